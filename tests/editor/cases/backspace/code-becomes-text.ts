import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Backspace before code makes it text',
  input: ['code |ls'],
  run: (editor) => {
    editor.deleteBackward('character');
  },
  output: ['p |ls'],
} satisfies EditorCase;
