import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Delete in the text above a table selects the table',
  input: ['p Above|', 'table a ¦ b'],
  run: (editor) => {
    editor.deleteForward('character');
  },
  output: ['p Above', 'table ‹a ¦ b›'],
} satisfies EditorCase;
