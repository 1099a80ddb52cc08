import { type EditorCase, paste } from '../../editor-case.ts';

export default {
  says: 'Cells take the words, the columns keep their alignment',
  input: ['table a| ¦ (end) b // c ¦ (end) d'],
  run: (editor) => {
    paste(editor, '<table><tr><td align="center">1<td>2<tr><td>3<td>4<tr><td>5<td>6</table>');
  },
  output: ['table 1 ¦ (end) 2 // 3 ¦ (end) 4 // 5 ¦ (end) 6|'],
} satisfies EditorCase;
