import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Enter before the first letter makes room above and the words keep their id',
  input: ['p |Hello'],
  run: (editor) => {
    editor.insertBreak();
  },
  output: ['p', 'p |Hello'],
  ids: ['fresh-1', 'block-1'],
} satisfies EditorCase;
