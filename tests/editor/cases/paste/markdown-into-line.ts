import { type EditorCase, pasteText } from '../../editor-case.ts';

export default {
  says: 'Markdown flows into the line one writes in',
  input: ['p say | now'],
  run: (editor) => {
    pasteText(editor, 'a **b** and [c](https://x.org)');
  },
  output: ['p say a {b:b} and {a https://x.org:c}| now'],
} satisfies EditorCase;
