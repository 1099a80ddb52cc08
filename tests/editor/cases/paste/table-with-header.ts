import { type EditorCase, paste } from '../../editor-case.ts';

export default {
  says: 'A table with a head names its columns',
  input: ['p |'],
  run: (editor) => {
    paste(editor, '<table><thead><tr><th>a<th>b</thead><tbody><tr><td>1<td align=right>2</tbody></table>');
  },
  output: ['table.header a ¦ b // 1 ¦ (end) 2|'],
} satisfies EditorCase;
