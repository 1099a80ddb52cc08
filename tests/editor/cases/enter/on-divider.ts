import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Enter on a dividing line goes on below it',
  input: ['hr |'],
  run: (editor) => {
    editor.insertBreak();
  },
  output: ['hr', 'p |'],
} satisfies EditorCase;
