import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'The second Backspace takes the picture away',
  input: ['p Before', 'img pump.png ¦ A pump ¦ Old one', 'p |Text'],
  run: (editor) => {
    editor.deleteBackward('character');
    editor.deleteBackward('character');
  },
  output: ['p Before|', 'p Text'],
  ids: ['block-1', 'block-3'],
} satisfies EditorCase;
