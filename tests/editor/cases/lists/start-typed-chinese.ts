import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'A Chinese number sign begins a list where it says',
  input: ['p |'],
  run: (editor) => {
    type(editor, '5、 水泵');
  },
  output: ['ol.5 水泵|'],
} satisfies EditorCase;
