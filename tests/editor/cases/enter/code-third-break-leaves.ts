import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'A third Enter at the end leaves the code block and takes the empty lines away',
  input: ['code ls|'],
  run: (editor) => {
    type(editor, '\n\n\n');
  },
  output: ['code ls', 'p |'],
} satisfies EditorCase;
