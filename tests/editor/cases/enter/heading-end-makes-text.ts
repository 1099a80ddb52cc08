import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Enter at the end of a heading goes on with text',
  input: ['h1 Title|'],
  run: (editor) => {
    editor.insertBreak();
  },
  output: ['h1 Title', 'p |'],
} satisfies EditorCase;
