import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Backspace in the text below a table selects the table',
  input: ['table a ¦ b', 'p |Below'],
  run: (editor) => {
    editor.deleteBackward('character');
  },
  output: ['table ‹a ¦ b›', 'p Below'],
} satisfies EditorCase;
