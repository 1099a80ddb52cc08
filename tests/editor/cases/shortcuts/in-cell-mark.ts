import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Marks work in a cell; a cell is no place for a list',
  input: ['table | ¦ b'],
  run: (editor) => {
    type(editor, '- **a** c');
  },
  output: ['table - {b:a} c| ¦ b'],
} satisfies EditorCase;
