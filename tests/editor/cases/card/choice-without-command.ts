import { Editor } from 'slate';
import { putRecord } from '../../../../renderer/editor/commands/record-card.ts';
import type { EditorCase } from '../../editor-case.ts';
import { MENTION_ID } from '../../notation.ts';

export default {
  says: 'Without the command the choice is a mention',
  input: ['p @|'],
  run: (editor) => {
    putRecord(editor, { kind: 'case', id: MENTION_ID, label: 'Leak' }, Editor.range(editor, [0]));
  },
  output: ['p {@case Leak} |'],
} satisfies EditorCase;
