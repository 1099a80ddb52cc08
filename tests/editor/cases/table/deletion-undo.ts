import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Undo gives emptied cells back, each where it was',
  input: ['table ‹a ¦ b // c ¦ {b:d}›'],
  run: (editor) => {
    editor.deleteFragment();
    editor.undo();
  },
  output: ['table ‹a ¦ b // c ¦ {b:d›}'],
} satisfies EditorCase;
