import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'A full-width one and full stop as well',
  input: ['p |'],
  run: (editor) => {
    type(editor, '１． 第一');
  },
  output: ['ol 第一|'],
} satisfies EditorCase;
