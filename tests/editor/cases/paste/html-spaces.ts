import { type EditorCase, paste } from '../../editor-case.ts';

export default {
  says: 'White space is what a browser would show',
  input: ['p |'],
  run: (editor) => {
    paste(editor, '<div>\n  <p>\n   one\n   two </p>\n <p>a<br>b</p></div>');
  },
  output: ['p one two', 'p a⏎b|'],
} satisfies EditorCase;
