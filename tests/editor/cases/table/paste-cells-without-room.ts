import { type EditorCase, pasteText } from '../../editor-case.ts';

const wide = Array.from({ length: 59 }, () => 'x').join(' ¦ ');

export default {
  says: 'More columns than a table may have become a table behind it, and nothing is lost',
  input: [`table ${wide} ¦ a|`],
  run: (editor) => {
    pasteText(editor, '1\t2\n3\t4');
  },
  output: [`table ${wide} ¦ a`, 'table 1 ¦ 2 // 3 ¦ 4|'],
} satisfies EditorCase;
