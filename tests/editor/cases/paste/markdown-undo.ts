import { type EditorCase, pasteText } from '../../editor-case.ts';

export default {
  says: 'One undo gives back the letters of Markdown',
  input: ['p |'],
  run: (editor) => {
    pasteText(editor, '# T\n\n**a**');
    editor.undo();
  },
  output: ['p # T', 'p **a**|'],
} satisfies EditorCase;
