import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Three backticks and Enter begin a code block',
  input: ['p |'],
  run: (editor) => {
    type(editor, '```sh\nls');
  },
  output: ['code ls|'],
} satisfies EditorCase;
