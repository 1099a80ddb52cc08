import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'From one table into another, both keep their form',
  input: ['table a ¦ b‹b', 'p Between', 'table c› ¦ d'],
  run: (editor) => {
    editor.deleteFragment();
  },
  output: ['table a ¦ b|', 'table · ¦ d'],
} satisfies EditorCase;
