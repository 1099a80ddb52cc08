import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'A Persian branch in an English decision; every part keeps its words',
  input: ['decide Does it turn? ¦ |'],
  run: (editor) => {
    type(editor, 'می‌چرخد\nخازن Siemens را ببینید');
  },
  output: ['decide Does it turn? ¦ می‌چرخد ¦ خازن Siemens را ببینید|'],
} satisfies EditorCase;
