import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Backspace in a decision that says nothing makes it a line of text',
  input: ['decide |', 'p Below'],
  run: (editor) => {
    editor.deleteBackward('character');
  },
  output: ['p |', 'p Below'],
} satisfies EditorCase;
