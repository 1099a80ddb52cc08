import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'A selection over two kinds leaves the first kind',
  input: ['h1 Ti‹tle', 'p te›xt'],
  run: (editor) => {
    editor.deleteFragment();
  },
  output: ['h1 Ti|xt'],
  ids: ['block-1'],
} satisfies EditorCase;
