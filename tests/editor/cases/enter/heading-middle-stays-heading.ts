import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Enter inside a heading makes two headings',
  input: ['h2 One |two'],
  run: (editor) => {
    editor.insertBreak();
  },
  output: ['h2 One', 'h2 |two'],
} satisfies EditorCase;
