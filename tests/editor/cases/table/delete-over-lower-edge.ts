import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'From the table into the text below: the same',
  input: ['table a ¦ b // c ¦ d‹d', 'p Bel›ow'],
  run: (editor) => {
    editor.deleteFragment();
  },
  output: ['table a ¦ b // c ¦ d|', 'p ow'],
} satisfies EditorCase;
