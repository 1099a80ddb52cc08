import { moveColumns } from '../../../../renderer/editor/commands/table.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'A column moves with its alignment, the cursor with it, in one step',
  input: ['table a| ¦ (end) b // c ¦ (end) d'],
  run: (editor) => {
    moveColumns(editor, 1);
    moveColumns(editor, 1);
  },
  output: ['table (end) b ¦ a| // (end) d ¦ c'],
} satisfies EditorCase;
