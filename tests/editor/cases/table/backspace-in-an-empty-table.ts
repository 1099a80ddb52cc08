import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Backspace in a table nobody has written in takes it back',
  input: ['p Above', 'table.header | ¦ · // · ¦ ·'],
  run: (editor) => {
    editor.deleteBackward('character');
  },
  output: ['p Above', 'p |'],
} satisfies EditorCase;
