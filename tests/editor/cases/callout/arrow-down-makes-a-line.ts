import { verticalArrow } from '../../../../renderer/editor/view/vertical-arrow.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Arrow down at the end of the text makes a line under a callout',
  input: ['callout.tip Hot|'],
  run: (editor) => {
    verticalArrow(editor, 1);
  },
  output: ['callout.tip Hot', 'p |'],
} satisfies EditorCase;
