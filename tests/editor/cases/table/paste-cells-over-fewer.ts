import { type EditorCase, paste } from '../../editor-case.ts';

export default {
  says: 'A selection that is no multiple only says where to begin',
  input: ['table ‹a ¦ b // c ¦ d // e ¦ f› // g ¦ h'],
  run: (editor) => {
    paste(editor, '<table><tr><td>1<td>2<tr><td>3<td>4</table>');
  },
  output: ['table 1 ¦ 2 // 3 ¦ 4| // e ¦ f // g ¦ h'],
} satisfies EditorCase;
