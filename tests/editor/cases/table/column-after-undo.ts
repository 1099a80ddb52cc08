import { addColumn } from '../../../../renderer/editor/commands/table.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Adding a column is one step to undo',
  input: ['table a ¦ b| // c ¦ d'],
  run: (editor) => {
    addColumn(editor, 'after');
    editor.undo();
  },
  output: ['table a ¦ b| // c ¦ d'],
} satisfies EditorCase;
