import { type EditorCase, pasteText } from '../../editor-case.ts';

export default {
  says: 'Pasting over selected cells empties them and writes in the first',
  input: ['table ‹a ¦ b› ¦ c'],
  run: (editor) => {
    pasteText(editor, 'x');
  },
  output: ['table x| ¦ · ¦ c'],
} satisfies EditorCase;
