import { verticalArrow } from '../../../../renderer/editor/view/vertical-arrow.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Arrow down goes to the cell below, not to the next one of the row',
  input: ['table a ¦ b| // c ¦ d'],
  run: (editor) => {
    verticalArrow(editor, 1);
  },
  output: ['table a ¦ b // c ¦ |d'],
} satisfies EditorCase;
