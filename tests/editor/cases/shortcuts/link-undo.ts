import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Undo gives the brackets and the address back',
  input: ['p |'],
  run: (editor) => {
    type(editor, '[manual](https://x.org)');
    editor.undo();
  },
  output: ['p [manual](https://x.org)|'],
} satisfies EditorCase;
