import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Enter on an empty nested item comes one step out',
  input: ['ol One', 'ol+1 |'],
  run: (editor) => {
    editor.insertBreak();
  },
  output: ['ol One', 'ol |'],
} satisfies EditorCase;
