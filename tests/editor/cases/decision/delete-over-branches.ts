import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Deleting over branches takes the words and keeps the branches',
  input: ['decide q ¦ a‹a ¦ b ¦ c› ¦ d'],
  run: (editor) => {
    editor.deleteFragment();
  },
  output: ['decide q ¦ a| ¦ · ¦ · ¦ d'],
} satisfies EditorCase;
