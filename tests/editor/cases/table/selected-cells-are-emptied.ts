import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Deleting across cells empties them and keeps the table',
  input: ['table a ¦ ‹b ¦ c // d ¦ e› ¦ f // g ¦ h ¦ i'],
  run: (editor) => {
    editor.deleteFragment();
  },
  output: ['table a ¦ | ¦ c // d ¦ · ¦ f // g ¦ h ¦ i'],
} satisfies EditorCase;
