import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Enter behind what one says of a file goes on below',
  input: ['file manual.pdf ¦ page 4|'],
  run: (editor) => {
    editor.insertBreak();
  },
  output: ['file manual.pdf ¦ page 4', 'p |'],
} satisfies EditorCase;
