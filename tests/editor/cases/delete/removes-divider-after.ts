import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Delete before a dividing line removes the line',
  input: ['p One|', 'hr', 'p Two'],
  run: (editor) => {
    editor.deleteForward('character');
  },
  output: ['p One|', 'p Two'],
} satisfies EditorCase;
