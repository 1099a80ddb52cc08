import { Editor, Transforms } from 'slate';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'A table selected as a whole is emptied, and the second time taken away',
  input: ['p Above', 'table ‹a ¦ b›'],
  run: (editor) => {
    editor.deleteFragment();
    Transforms.select(editor, Editor.range(editor, [1]));
    editor.deleteFragment();
  },
  output: ['p Above', 'p |'],
} satisfies EditorCase;
