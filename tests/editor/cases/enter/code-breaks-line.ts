import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Enter in code is a line break of the same block',
  input: ['code a|b'],
  run: (editor) => {
    editor.insertBreak();
  },
  output: ['code a⏎|b'],
} satisfies EditorCase;
