import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Undo gives the typed number back',
  input: ['p |'],
  run: (editor) => {
    type(editor, '3. ');
    editor.undo();
  },
  output: ['p 3. |'],
} satisfies EditorCase;
