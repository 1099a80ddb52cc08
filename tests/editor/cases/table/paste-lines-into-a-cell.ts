import { type EditorCase, pasteText } from '../../editor-case.ts';

export default {
  says: 'Lines pasted into a cell become lines of the cell',
  input: ['table a| ¦ b'],
  run: (editor) => {
    pasteText(editor, 'one\ntwo\n\nthree');
  },
  output: ['table aone⏎two⏎three| ¦ b'],
} satisfies EditorCase;
