import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Redo brings it back, ids included',
  input: ['p One |two'],
  run: (editor) => {
    editor.insertBreak();
    editor.undo();
    editor.redo();
  },
  output: ['p One', 'p |two'],
  ids: ['block-1', 'fresh-1'],
} satisfies EditorCase;
