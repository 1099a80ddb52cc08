import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Backspace before the first letter of a cell leaves the cells alone',
  input: ['table a ¦ |b'],
  run: (editor) => {
    editor.deleteBackward('character');
    editor.deleteBackward('word');
  },
  output: ['table a ¦ |b'],
} satisfies EditorCase;
