import { type EditorCase, paste } from '../../editor-case.ts';

export default {
  says: 'The underline of a link is its own',
  input: ['p |'],
  run: (editor) => {
    paste(editor, '<p><a href="https://x.org"><span style="text-decoration:underline">x</span></a></p>');
  },
  output: ['p {a https://x.org:x}|'],
} satisfies EditorCase;
