import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Enter in place of a selection over two blocks',
  input: ['p He‹llo', 'p wor›ld'],
  run: (editor) => {
    editor.insertBreak();
  },
  output: ['p He', 'p |ld'],
} satisfies EditorCase;
