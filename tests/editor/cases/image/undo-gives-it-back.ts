import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Undo gives a removed picture back, caption and all',
  input: ['p Before', 'img pump.png ¦ A pump ¦ Old', 'p |Text'],
  run: (editor) => {
    editor.deleteBackward('character');
    editor.deleteBackward('character');
    editor.undo();
  },
  output: ['p Before', 'img pump.png ¦ A pump ¦ |Old', 'p Text'],
  ids: ['block-1', 'block-2', 'block-3'],
} satisfies EditorCase;
