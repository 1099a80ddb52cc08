import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'The second Backspace takes the sound away',
  input: ['audio hum.ogg ¦ A hum', 'p |Text'],
  run: (editor) => {
    editor.deleteBackward('character');
    editor.deleteBackward('character');
  },
  output: ['p |Text'],
} satisfies EditorCase;
