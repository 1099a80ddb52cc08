import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Undo after the shortcut gives the typed characters back',
  input: ['p |'],
  run: (editor) => {
    type(editor, '## ');
    editor.undo();
  },
  output: ['p ## |'],
} satisfies EditorCase;
