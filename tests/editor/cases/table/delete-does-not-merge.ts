import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Delete behind the last letter of a cell leaves the cells alone',
  input: ['table a| ¦ b', 'p Below'],
  run: (editor) => {
    editor.deleteForward('character');
    editor.deleteForward('line');
  },
  output: ['table a| ¦ b', 'p Below'],
} satisfies EditorCase;
