import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'The item after a done one is not done',
  input: ['done Locked out|'],
  run: (editor) => {
    editor.insertBreak();
  },
  output: ['done Locked out', 'todo |'],
} satisfies EditorCase;
