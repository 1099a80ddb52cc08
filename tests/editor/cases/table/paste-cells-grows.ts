import { type EditorCase, paste } from '../../editor-case.ts';

export default {
  says: 'Cells that reach over the edge add rows and columns',
  input: ['table.header a ¦ b // c ¦ d|'],
  run: (editor) => {
    paste(editor, '<table><tr><td>1<td>2<tr><td>3<td>4</table>');
  },
  output: ['table.header a ¦ b ¦ · // c ¦ 1 ¦ 2 // · ¦ 3 ¦ 4|'],
} satisfies EditorCase;
