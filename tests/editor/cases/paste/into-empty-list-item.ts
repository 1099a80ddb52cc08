import { type EditorCase, paste } from '../../editor-case.ts';

export default {
  says: "Pasted text takes over an empty item's place",
  input: ['ul One', 'ul |'],
  run: (editor) => {
    paste(editor, '<ul><li>Two</li><li>Three</li></ul>');
  },
  output: ['ul One', 'ul Two', 'ul Three|'],
} satisfies EditorCase;
