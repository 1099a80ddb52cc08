import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Backspace in an empty last branch takes it back',
  input: ['decide q ¦ a ¦ b ¦ | ¦ ·'],
  run: (editor) => {
    editor.deleteBackward('character');
    type(editor, 'x');
  },
  output: ['decide q ¦ a ¦ bx|'],
} satisfies EditorCase;
