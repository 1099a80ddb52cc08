import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Undo gives the typed signs back',
  input: ['p |'],
  run: (editor) => {
    type(editor, '!! ');
    editor.undo();
  },
  output: ['p !! |'],
} satisfies EditorCase;
