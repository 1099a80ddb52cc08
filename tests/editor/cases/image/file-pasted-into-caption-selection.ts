import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'A selection over text and picture goes as a whole',
  input: ['p One ‹two', 'img pump.png ¦ A pump ¦ Old', 'p three› four'],
  run: (editor) => {
    editor.deleteFragment();
  },
  output: ['p One | four'],
} satisfies EditorCase;
