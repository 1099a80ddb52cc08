import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Backspace at the start of one that says something does nothing',
  input: ['judge | ¦ heat'],
  run: (editor) => {
    editor.deleteBackward('character');
  },
  output: ['judge | ¦ heat ¦ · ¦ · ¦ ·'],
} satisfies EditorCase;
