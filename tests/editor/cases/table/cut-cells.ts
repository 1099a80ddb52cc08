import { Editor, Transforms } from 'slate';
import { clipboard, type EditorCase } from '../../editor-case.ts';

export default {
  says: 'Cutting cells empties them and carries them on the clipboard',
  input: ['table a ¦ ‹b // c ¦ d›', 'p '],
  run: (editor) => {
    const data = clipboard();
    editor.setFragmentData(data);
    editor.deleteFragment();
    Transforms.select(editor, Editor.end(editor, [1]));
    editor.insertData(data);
  },
  output: ['table a ¦ · // c ¦ ·', 'table b // d|'],
} satisfies EditorCase;
