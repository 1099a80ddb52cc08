import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Backspace after a dividing line removes the line',
  input: ['p One', 'hr', 'p |Two'],
  run: (editor) => {
    editor.deleteBackward('character');
  },
  output: ['p One', 'p |Two'],
} satisfies EditorCase;
