import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Deleting over parts takes the words and keeps the parts',
  input: ['judge hu‹m ¦ heat ¦ st›op ¦ why'],
  run: (editor) => {
    editor.deleteFragment();
  },
  output: ['judge hu| ¦ · ¦ op ¦ why ¦ ·'],
} satisfies EditorCase;
