import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Undo gives the plain address back',
  input: ['p |'],
  run: (editor) => {
    type(editor, 'https://x.org/a ');
    editor.undo();
  },
  output: ['p https://x.org/a |'],
} satisfies EditorCase;
