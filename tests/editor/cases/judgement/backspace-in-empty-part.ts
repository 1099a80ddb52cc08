import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Backspace in an empty part steps back to the one before',
  input: ['judge hum ¦ |'],
  run: (editor) => {
    editor.deleteBackward('character');
    type(editor, 'x');
  },
  output: ['judge humx| ¦ · ¦ · ¦ · ¦ ·'],
} satisfies EditorCase;
