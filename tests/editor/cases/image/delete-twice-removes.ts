import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'The second Delete takes the picture away',
  input: ['p Text|', 'img pump.png ¦ A pump ¦ Old one', 'p After'],
  run: (editor) => {
    editor.deleteForward('character');
    editor.deleteForward('character');
  },
  output: ['p Text|', 'p After'],
  ids: ['block-1', 'block-3'],
} satisfies EditorCase;
