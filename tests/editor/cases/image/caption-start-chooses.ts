import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Backspace at the start of a caption chooses the picture, and keeps the line above',
  input: ['p Above', 'img pump.png ¦ A pump ¦ |Old'],
  run: (editor) => {
    editor.deleteBackward('character');
  },
  output: ['p Above', 'img pump.png ¦ A pump ¦ |Old'],
} satisfies EditorCase;
