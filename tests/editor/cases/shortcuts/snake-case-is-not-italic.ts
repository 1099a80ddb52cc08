import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Underscores inside a name stay',
  input: ['p |'],
  run: (editor) => {
    type(editor, 'my_own_name_ x');
  },
  output: ['p my_own_name_ x|'],
} satisfies EditorCase;
