import { verticalArrow } from '../../../../renderer/editor/view/vertical-arrow.ts';
import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Arrow down in the last row of a table at the end makes a line to write on',
  input: ['table a ¦ b // c ¦ d|'],
  run: (editor) => {
    verticalArrow(editor, 1);
    type(editor, 'x');
  },
  output: ['table a ¦ b // c ¦ d', 'p x|'],
} satisfies EditorCase;
