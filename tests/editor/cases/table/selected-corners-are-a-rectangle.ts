import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Cells between two corners are a rectangle, however the corners lie',
  input: ['table a ¦ b ¦ c‹ // d ¦ e ¦ f // g ¦ h›  ¦ i'],
  run: (editor) => {
    editor.deleteFragment();
  },
  output: ['table a ¦ · ¦ | // d ¦ · ¦ · // g ¦ · ¦ ·'],
} satisfies EditorCase;
