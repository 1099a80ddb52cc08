import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'The next item counts on, it does not begin again',
  input: ['ol.3 three|'],
  run: (editor) => {
    type(editor, '\nfour');
  },
  output: ['ol.3 three', 'ol four|'],
} satisfies EditorCase;
