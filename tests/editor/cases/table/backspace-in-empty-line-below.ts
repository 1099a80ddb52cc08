import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'An empty line below a table goes, and the cursor goes back into the table',
  input: ['table a ¦ b', 'p |', 'p Below'],
  run: (editor) => {
    editor.deleteBackward('character');
    type(editor, 'x');
  },
  output: ['table a ¦ bx|', 'p Below'],
} satisfies EditorCase;
