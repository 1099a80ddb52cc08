import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Thai digits begin a list as well',
  input: ['p |'],
  run: (editor) => {
    type(editor, '๔) ปั๊ม');
  },
  output: ['ol.4 ปั๊ม|'],
} satisfies EditorCase;
