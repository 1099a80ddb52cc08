import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Deleting everything can be undone',
  input: ['h1 ‹Title', 'p Text›'],
  run: (editor) => {
    editor.deleteFragment();
    editor.undo();
  },
  output: ['h1 ‹Title', 'p Text›'],
  ids: ['block-1', 'block-2'],
} satisfies EditorCase;
