import { addRow } from '../../../../renderer/editor/commands/table.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'A row is added above with the alignment of its column',
  input: ['table a ¦ (end) b // c ¦ (end) d|'],
  run: (editor) => {
    addRow(editor, 'above');
  },
  output: ['table a ¦ (end) b // · ¦ (end) | // c ¦ (end) d'],
} satisfies EditorCase;
