import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Digits of two scripts are no number',
  input: ['p |'],
  run: (editor) => {
    type(editor, '1۲. ');
  },
  output: ['p 1۲. |'],
} satisfies EditorCase;
