import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Enter on an empty quote leaves it',
  input: ['quote One', 'quote |'],
  run: (editor) => {
    editor.insertBreak();
  },
  output: ['quote One', 'p |'],
} satisfies EditorCase;
