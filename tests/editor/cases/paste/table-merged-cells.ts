import { type EditorCase, paste } from '../../editor-case.ts';

export default {
  says: 'Merged cells are taken apart',
  input: ['p |'],
  run: (editor) => {
    paste(editor, '<table><tr><td colspan=2>a<tr><td>b<td>c</table>');
  },
  output: ['table a ¦ · // b ¦ c|'],
} satisfies EditorCase;
