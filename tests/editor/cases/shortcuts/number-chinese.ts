import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'A Chinese number sign begins a list',
  input: ['p |'],
  run: (editor) => {
    type(editor, '1、 第一');
  },
  output: ['ol 第一|'],
} satisfies EditorCase;
