import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Undoing a merge gives the second block its id back',
  input: ['p One', 'p |Two'],
  run: (editor) => {
    editor.deleteBackward('character');
    editor.undo();
  },
  output: ['p One', 'p |Two'],
  ids: ['block-1', 'block-2'],
} satisfies EditorCase;
