import { stepRow } from '../../../../renderer/editor/commands/table.ts';
import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Ctrl+Enter goes to the cell below, and behind the last row begins one',
  input: ['table a ¦ b| // c ¦ d'],
  run: (editor) => {
    stepRow(editor);
    stepRow(editor);
    type(editor, 'x');
  },
  output: ['table a ¦ b // c ¦ d // · ¦ x|'],
} satisfies EditorCase;
