import { type EditorCase, paste } from '../../editor-case.ts';

export default {
  says: 'Pasted cells keep marks and links',
  input: ['table |a ¦ b'],
  run: (editor) => {
    paste(editor, '<table><tr><td><b>1</b> one<td><a href="https://x.org">page</a></table>');
  },
  output: ['table {b:1} one ¦ {a https://x.org:page}|'],
} satisfies EditorCase;
