import { type EditorCase, pasteText } from '../../editor-case.ts';

export default {
  says: 'Pasted cells that were undone come back with one redo',
  input: ['table a| ¦ b // c ¦ d'],
  run: (editor) => {
    pasteText(editor, '1\t2\t3\n4\t5\t6');
    editor.undo();
    editor.redo();
  },
  output: ['table 1 ¦ 2 ¦ 3 // 4 ¦ 5 ¦ 6|'],
} satisfies EditorCase;
