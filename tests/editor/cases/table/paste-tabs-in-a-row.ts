import { type EditorCase, pasteText } from '../../editor-case.ts';

export default {
  says: 'Values parted by tabs fill the cells of a row',
  input: ['table a| ¦ b ¦ c'],
  run: (editor) => {
    pasteText(editor, '1\t2');
  },
  output: ['table 1 ¦ 2| ¦ c'],
} satisfies EditorCase;
