import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Inside a caption, Backspace is a letter',
  input: ['img pump.png ¦ A pump ¦ Old|'],
  run: (editor) => {
    editor.deleteBackward('character');
  },
  output: ['img pump.png ¦ A pump ¦ Ol|'],
} satisfies EditorCase;
