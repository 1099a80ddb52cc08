import { type EditorCase, pasteText } from '../../editor-case.ts';

export default {
  says: 'A value with a break in it stays one cell',
  input: ['table a| ¦ b'],
  run: (editor) => {
    pasteText(editor, '"one\ntwo"\t3');
  },
  output: ['table one⏎two ¦ 3|'],
} satisfies EditorCase;
