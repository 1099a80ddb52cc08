import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Enter in a list makes the next item at the same depth',
  input: ['ul+1 One|'],
  run: (editor) => {
    editor.insertBreak();
  },
  output: ['ul+1 One', 'ul+1 |'],
} satisfies EditorCase;
