import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Brackets begin a check list',
  input: ['p |'],
  run: (editor) => {
    type(editor, '[] task');
  },
  output: ['todo task|'],
} satisfies EditorCase;
