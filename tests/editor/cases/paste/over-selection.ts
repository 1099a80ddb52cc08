import { type EditorCase, pasteText } from '../../editor-case.ts';

export default {
  says: 'A paste replaces the selection',
  input: ['p One ‹two', 'p three› four'],
  run: (editor) => {
    pasteText(editor, 'X');
  },
  output: ['p One X| four'],
} satisfies EditorCase;
