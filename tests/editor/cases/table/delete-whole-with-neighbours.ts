import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'A table that lies in the selection as a whole goes with it',
  input: ['p Ab‹ove', 'table a ¦ b', 'p Bel›ow'],
  run: (editor) => {
    editor.deleteFragment();
  },
  output: ['p Ab|ow'],
} satisfies EditorCase;
