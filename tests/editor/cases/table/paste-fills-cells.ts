import { type EditorCase, paste } from '../../editor-case.ts';

export default {
  says: 'A table pasted into a table fills the cells from the cursor on',
  input: ['table a ¦ b ¦ c // d ¦ e| ¦ f // g ¦ h ¦ i'],
  run: (editor) => {
    paste(editor, '<table><tr><td>1<td>2<tr><td>3<td>4</table>');
  },
  output: ['table a ¦ b ¦ c // d ¦ 1 ¦ 2 // g ¦ 3 ¦ 4|'],
} satisfies EditorCase;
