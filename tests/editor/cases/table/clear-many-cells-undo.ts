import type { EditorCase } from '../../editor-case.ts';

const row = (words: string) => Array.from({ length: 12 }, () => words).join(' ¦ ');
const rows = (words: string) => Array.from({ length: 10 }, () => row(words)).join(' // ');

export default {
  says: 'Many selected cells are emptied together and come back together',
  input: [`table ‹a ¦ ${rows('x')} ¦ b›`.replace(' ¦ x // ', ' // ').replace('x ¦ b›', 'b›')],
  run: (editor) => {
    editor.deleteFragment();
    editor.undo();
  },
  output: [`table ‹a ¦ ${rows('x')} ¦ b›`.replace(' ¦ x // ', ' // ').replace('x ¦ b›', 'b›')],
} satisfies EditorCase;
