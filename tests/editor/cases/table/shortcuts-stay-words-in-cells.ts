import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Signs of lists and headings are words in a cell, marks are marks',
  input: ['table | ¦ b'],
  run: (editor) => {
    type(editor, '# a **b** - ');
  },
  output: ['table # a {b:b} - | ¦ b'],
} satisfies EditorCase;
