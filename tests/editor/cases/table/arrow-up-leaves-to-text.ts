import { verticalArrow } from '../../../../renderer/editor/view/vertical-arrow.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Arrow up in the first row goes to the text above',
  input: ['p Above', 'table a ¦ b| // c ¦ d'],
  run: (editor) => {
    verticalArrow(editor, -1);
  },
  output: ['p |Above', 'table a ¦ b // c ¦ d'],
} satisfies EditorCase;
