import { type EditorCase, pasteText } from '../../editor-case.ts';

export default {
  says: 'Markdown that is pasted keeps the number its list begins with',
  input: ['p |'],
  run: (editor) => {
    pasteText(editor, '6. six\n7. seven\n\n**done**');
  },
  output: ['ol.6 six', 'ol seven', 'p {b:done|}'],
} satisfies EditorCase;
