import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Backspace behind a picture chooses it; nothing goes',
  input: ['img pump.png ¦ A pump ¦ Old one', 'p |Text'],
  run: (editor) => {
    editor.deleteBackward('character');
  },
  output: ['img pump.png ¦ A pump ¦ |Old one', 'p Text'],
} satisfies EditorCase;
