import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Enter in the middle of a line makes two; the second gets a new id',
  input: ['p Hello |world'],
  run: (editor) => {
    editor.insertBreak();
  },
  output: ['p Hello', 'p |world'],
  ids: ['block-1', 'fresh-1'],
} satisfies EditorCase;
