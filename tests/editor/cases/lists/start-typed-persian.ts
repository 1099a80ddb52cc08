import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Persian digits begin a list as well',
  input: ['p |'],
  run: (editor) => {
    type(editor, '۱۲. پمپ');
  },
  output: ['ol.12 پمپ|'],
} satisfies EditorCase;
