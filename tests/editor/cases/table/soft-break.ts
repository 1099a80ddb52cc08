import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Shift+Enter is a new line in the cell, too',
  input: ['table a| ¦ b'],
  run: (editor) => {
    editor.insertSoftBreak();
    type(editor, 'x');
  },
  output: ['table a⏎x| ¦ b'],
} satisfies EditorCase;
