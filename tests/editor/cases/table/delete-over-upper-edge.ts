import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'From the text above into the table: the words go, cells and line stay apart',
  input: ['p Ab‹ove', 'table a ¦ b // c› ¦ d'],
  run: (editor) => {
    editor.deleteFragment();
  },
  output: ['p Ab|', 'table · ¦ · // · ¦ d'],
} satisfies EditorCase;
