import { Editor, Transforms } from 'slate';
import { clipboard, type EditorCase } from '../../editor-case.ts';

export default {
  says: 'Copied branches are whole ones, with the question empty when it was not selected',
  input: ['decide q ¦ a ¦ b ¦ c‹c ¦ d›', 'p '],
  run: (editor) => {
    const data = clipboard();
    editor.setFragmentData(data);
    Transforms.select(editor, Editor.end(editor, [1]));
    editor.insertData(data);
  },
  output: ['decide q ¦ a ¦ b ¦ cc ¦ d', 'decide · ¦ c ¦ d|'],
} satisfies EditorCase;
