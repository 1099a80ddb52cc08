import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Room made above a done item is not done',
  input: ['done |Lock'],
  run: (editor) => {
    editor.insertBreak();
  },
  output: ['todo', 'done |Lock'],
} satisfies EditorCase;
