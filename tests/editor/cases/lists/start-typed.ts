import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'A number typed is the number the list begins with',
  input: ['p |'],
  run: (editor) => {
    type(editor, '3. third\nfourth');
  },
  output: ['ol.3 third', 'ol fourth|'],
} satisfies EditorCase;
