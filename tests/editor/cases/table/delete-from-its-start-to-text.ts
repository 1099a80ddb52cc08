import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'From the first cell into the text below, the table goes as one',
  input: ['p Above', 'table ‹a ¦ b', 'p Bel›ow'],
  run: (editor) => {
    editor.deleteFragment();
  },
  output: ['p Above', 'p |ow'],
} satisfies EditorCase;
