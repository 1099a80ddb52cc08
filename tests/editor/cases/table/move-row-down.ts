import { moveRows } from '../../../../renderer/editor/commands/table.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'A row moves down, the cursor with it',
  input: ['table a| ¦ b // c ¦ d // e ¦ f'],
  run: (editor) => {
    moveRows(editor, 1);
  },
  output: ['table c ¦ d // a| ¦ b // e ¦ f'],
} satisfies EditorCase;
