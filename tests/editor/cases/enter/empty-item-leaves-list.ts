import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Enter on an empty item leaves the list',
  input: ['ul One', 'ul |'],
  run: (editor) => {
    editor.insertBreak();
  },
  output: ['ul One', 'p |'],
} satisfies EditorCase;
