import { type EditorCase, pasteText } from '../../editor-case.ts';

export default {
  says: 'Rows of different lengths leave the rest of a row empty',
  input: ['table a| ¦ b // c ¦ d'],
  run: (editor) => {
    pasteText(editor, '1\t2\n3\n');
  },
  output: ['table 1 ¦ 2 // 3 ¦ |'],
} satisfies EditorCase;
