import { type EditorCase, paste } from '../../editor-case.ts';

export default {
  says: 'A table inside a cell becomes lines of it',
  input: ['p |'],
  run: (editor) => {
    paste(editor, '<table><tr><td>x<table><tr><td>1<td>2</table><td>y</table>');
  },
  output: ['table x⏎1 | 2 ¦ y|'],
} satisfies EditorCase;
