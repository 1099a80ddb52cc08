import { verticalArrow } from '../../../../renderer/editor/view/vertical-arrow.ts';
import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Arrow up in the first row of a table at the top makes a line above',
  input: ['table a| ¦ b', 'p Below'],
  run: (editor) => {
    verticalArrow(editor, -1);
    type(editor, 'x');
  },
  output: ['p x|', 'table a ¦ b', 'p Below'],
} satisfies EditorCase;
