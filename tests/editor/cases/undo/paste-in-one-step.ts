import { type EditorCase, pasteText } from '../../editor-case.ts';

export default {
  says: 'A paste is undone in one step',
  input: ['p Be|fore'],
  run: (editor) => {
    pasteText(editor, 'one\ntwo\nthree');
    editor.undo();
  },
  output: ['p Be|fore'],
} satisfies EditorCase;
