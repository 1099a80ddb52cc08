import { verticalArrow } from '../../../../renderer/editor/view/vertical-arrow.ts';
import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Inside a cell of several lines, the arrow is the browser’s',
  input: ['table a|⏎x ¦ b // c ¦ d'],
  run: (editor) => {
    if (verticalArrow(editor, 1)) type(editor, 'moved');
  },
  output: ['table a|⏎x ¦ b // c ¦ d'],
} satisfies EditorCase;
