import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'One typed below a list begins anew',
  input: ['ol one', 'ol two', 'p |'],
  run: (editor) => {
    type(editor, '1. one again');
  },
  output: ['ol one', 'ol two', 'ol.1 one again|'],
} satisfies EditorCase;
