import { moveColumns } from '../../../../renderer/editor/commands/table.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Moving a column is one step to undo',
  input: ['table a| ¦ b ¦ c // d ¦ e ¦ f'],
  run: (editor) => {
    moveColumns(editor, 1);
    editor.undo();
  },
  output: ['table a| ¦ b ¦ c // d ¦ e ¦ f'],
} satisfies EditorCase;
