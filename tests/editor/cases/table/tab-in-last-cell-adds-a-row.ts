import { stepCell } from '../../../../renderer/editor/commands/table.ts';
import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Tab in the last cell begins a new row',
  input: ['table.header a ¦ b // c ¦ (end) d|'],
  run: (editor) => {
    stepCell(editor, 1);
    type(editor, 'x');
  },
  output: ['table.header a ¦ b // c ¦ (end) d // x| ¦ (end) ·'],
} satisfies EditorCase;
