import { type EditorCase, pasteText } from '../../editor-case.ts';

export default {
  says: 'A value in quotes may hold breaks',
  input: ['p |'],
  run: (editor) => {
    pasteText(editor, 'a\t"b ""x""\nc"\nd\te\n');
  },
  output: ['table a ¦ b "x"⏎c // d ¦ e|'],
} satisfies EditorCase;
