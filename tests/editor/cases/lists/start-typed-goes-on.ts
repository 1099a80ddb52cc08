import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'A number that follows by itself needs no start',
  input: ['ol one', 'ol two', 'p |'],
  run: (editor) => {
    type(editor, '3. three');
  },
  output: ['ol one', 'ol two', 'ol three|'],
} satisfies EditorCase;
