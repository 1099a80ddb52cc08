import { alignColumns, stepCell } from '../../../../renderer/editor/commands/table.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'A column is aligned as a whole, and given back',
  input: ['table a ¦ b| // (center) c ¦ d'],
  run: (editor) => {
    alignColumns(editor, 'end');
    stepCell(editor, 1);
    alignColumns(editor, undefined);
  },
  output: ['table a ¦ (end) b // c| ¦ (end) d'],
} satisfies EditorCase;
