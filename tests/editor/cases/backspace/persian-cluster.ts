import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Backspace takes one letter of Persian, not a half',
  input: ['p می‌خ|'],
  run: (editor) => {
    editor.deleteBackward('character');
  },
  output: ['p می‌|'],
} satisfies EditorCase;
