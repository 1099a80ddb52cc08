import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Deleting everything leaves one plain empty line',
  input: ['h1 ‹Title', 'ul One', 'p Two›'],
  run: (editor) => {
    editor.deleteFragment();
  },
  output: ['p |'],
} satisfies EditorCase;
