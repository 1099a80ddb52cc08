import { stepCell } from '../../../../renderer/editor/commands/table.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Tab goes to the next cell and at the end of the row to the next row',
  input: ['table a ¦ b| // c ¦ d'],
  run: (editor) => {
    stepCell(editor, 1);
    stepCell(editor, 1);
  },
  output: ['table a ¦ b // c ¦ d|'],
} satisfies EditorCase;
