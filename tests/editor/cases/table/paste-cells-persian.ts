import { type EditorCase, pasteText } from '../../editor-case.ts';

export default {
  says: 'Persian cells fill a table from right to left in reading order',
  input: ['table صدا| ¦ علت // زوزه ¦ خازن'],
  run: (editor) => {
    pasteText(editor, 'بو\tسیم');
  },
  output: ['table بو ¦ سیم| // زوزه ¦ خازن'],
} satisfies EditorCase;
