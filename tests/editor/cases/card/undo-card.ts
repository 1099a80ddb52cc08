import { insertCard } from '../../../../renderer/editor/commands/record-card.ts';
import type { EditorCase } from '../../editor-case.ts';
import { MENTION_ID } from '../../notation.ts';

export default {
  says: 'Undo takes an inserted card away again, in one step',
  input: ['p Look|'],
  run: (editor) => {
    insertCard(editor, { kind: 'case', id: MENTION_ID, label: 'Leak' });
    editor.undo();
  },
  output: ['p Look|'],
  ids: ['block-1'],
} satisfies EditorCase;
