import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Undo gives the number back',
  input: ['p |'],
  run: (editor) => {
    type(editor, '۱. ');
    editor.undo();
  },
  output: ['p ۱. |'],
} satisfies EditorCase;
