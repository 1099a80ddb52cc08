import { insertMention } from '../../../../renderer/editor/commands/insert.ts';
import type { EditorCase } from '../../editor-case.ts';
import { MENTION_ID } from '../../notation.ts';

export default {
  says: 'A record is mentioned in a cell',
  input: ['table see | ¦ b'],
  run: (editor) => {
    insertMention(editor, { kind: 'case', id: MENTION_ID, label: 'Case 9' });
  },
  output: ['table see {@case Case 9} | ¦ b'],
} satisfies EditorCase;
