import { type EditorCase, paste } from '../../editor-case.ts';

export default {
  says: 'Pasted cells go with one undo, and the rows and columns they brought',
  input: ['table a ¦ b // c ¦ d|'],
  run: (editor) => {
    paste(editor, '<table><tr><td>1<td>2<tr><td>3<td>4</table>');
    editor.undo();
  },
  output: ['table a ¦ b // c ¦ d|'],
} satisfies EditorCase;
