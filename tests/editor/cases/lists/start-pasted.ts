import { type EditorCase, paste } from '../../editor-case.ts';

export default {
  says: 'A pasted list keeps the number it begins with',
  input: ['p |'],
  run: (editor) => {
    paste(editor, '<ol start="6"><li>six<li>seven</ol>');
  },
  output: ['ol.6 six', 'ol seven|'],
} satisfies EditorCase;
