import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Splitting a done item leaves the first half done',
  input: ['done Lock |out'],
  run: (editor) => {
    editor.insertBreak();
  },
  output: ['done Lock', 'todo |out'],
} satisfies EditorCase;
