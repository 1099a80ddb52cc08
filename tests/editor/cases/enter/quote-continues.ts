import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'A quote goes on over several lines',
  input: ['quote One|'],
  run: (editor) => {
    editor.insertBreak();
  },
  output: ['quote One', 'quote |'],
} satisfies EditorCase;
