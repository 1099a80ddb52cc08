import { removeColumns } from '../../../../renderer/editor/commands/table.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'With its last column, the table goes',
  input: ['table a| // b', 'p Below'],
  run: (editor) => {
    removeColumns(editor);
  },
  output: ['p |', 'p Below'],
} satisfies EditorCase;
