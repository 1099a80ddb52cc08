import { stepCell } from '../../../../renderer/editor/commands/table.ts';
import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Shift+Tab goes back, and stays in the first cell',
  input: ['table a ¦ b // |c ¦ d'],
  run: (editor) => {
    stepCell(editor, -1);
    stepCell(editor, -1);
    if (stepCell(editor, -1)) type(editor, 'went too far');
  },
  output: ['table a| ¦ b // c ¦ d'],
} satisfies EditorCase;
