import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Backspace in an empty line behind a picture takes the line and chooses the picture',
  input: ['img pump.png ¦ A pump ¦ Old', 'p |'],
  run: (editor) => {
    editor.deleteBackward('character');
  },
  output: ['img pump.png ¦ A pump ¦ |Old'],
} satisfies EditorCase;
