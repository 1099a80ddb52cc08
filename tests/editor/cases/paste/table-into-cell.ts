import { type EditorCase, paste } from '../../editor-case.ts';

export default {
  says: 'A table pasted into a cell becomes its words',
  input: ['table a| ¦ b'],
  run: (editor) => {
    paste(editor, '<table><tr><td>1<td>2</table>');
  },
  output: ['table a1\t2| ¦ b'],
} satisfies EditorCase;
