import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Backspace before the first letter of a part leaves the parts alone',
  input: ['judge hum ¦ |heat'],
  run: (editor) => {
    editor.deleteBackward('character');
    editor.deleteBackward('word');
  },
  output: ['judge hum ¦ |heat ¦ · ¦ · ¦ ·'],
} satisfies EditorCase;
