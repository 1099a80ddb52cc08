import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Delete on a dividing line removes it',
  input: ['p One', 'hr |', 'p Two'],
  run: (editor) => {
    editor.deleteForward('character');
  },
  output: ['p One|', 'p Two'],
} satisfies EditorCase;
