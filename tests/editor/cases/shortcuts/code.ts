import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Backticks make code, and signs inside it stay',
  input: ['p |'],
  run: (editor) => {
    type(editor, 'run `ls *` now');
  },
  output: ['p run {c:ls *} now|'],
} satisfies EditorCase;
