import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Backspace behind a file chooses it, the second one takes it away',
  input: ['file manual.pdf ¦ ·', 'p |Text'],
  run: (editor) => {
    editor.deleteBackward('character');
    editor.deleteBackward('character');
  },
  output: ['p |Text'],
  ids: ['block-2'],
} satisfies EditorCase;
