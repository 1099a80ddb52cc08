import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Backspace behind a sound chooses it',
  input: ['audio hum.ogg ¦ A hum', 'p |Text'],
  run: (editor) => {
    editor.deleteBackward('character');
  },
  output: ['audio hum.ogg ¦ |A hum', 'p Text'],
} satisfies EditorCase;
