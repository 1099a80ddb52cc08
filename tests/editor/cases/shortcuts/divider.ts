import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Three dashes and Enter are a dividing line',
  input: ['p |'],
  run: (editor) => {
    type(editor, '---\nnext');
  },
  output: ['hr', 'p next|'],
} satisfies EditorCase;
