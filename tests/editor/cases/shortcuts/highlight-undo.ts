import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Undo gives the equals signs back',
  input: ['p |'],
  run: (editor) => {
    type(editor, '==word==');
    editor.undo();
  },
  output: ['p ==word==|'],
} satisfies EditorCase;
