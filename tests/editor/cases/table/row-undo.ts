import { addRow } from '../../../../renderer/editor/commands/table.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Adding a row is one step to undo',
  input: ['table a ¦ b|'],
  run: (editor) => {
    addRow(editor, 'below');
    editor.undo();
  },
  output: ['table a ¦ b|'],
} satisfies EditorCase;
