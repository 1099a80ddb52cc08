import { type EditorCase, pasteText } from '../../editor-case.ts';

export default {
  says: 'A second undo takes the paste back',
  input: ['p x|'],
  run: (editor) => {
    pasteText(editor, '# T\n\n**a**');
    editor.undo();
    editor.undo();
  },
  output: ['p x|'],
} satisfies EditorCase;
