import { removeRows } from '../../../../renderer/editor/commands/table.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'With its last row, the table goes',
  input: ['p Above', 'table a| ¦ b'],
  run: (editor) => {
    removeRows(editor);
  },
  output: ['p Above', 'p |'],
} satisfies EditorCase;
