import { Editor, Transforms } from 'slate';
import { clipboard, type EditorCase } from '../../editor-case.ts';

export default {
  says: 'Copied cells are a table of just those cells',
  input: ['table.header a ¦ b ¦ c // d ¦ ‹e ¦ f // g ¦ h ¦ i›', 'p '],
  run: (editor) => {
    const data = clipboard();
    editor.setFragmentData(data);
    Transforms.select(editor, Editor.end(editor, [1]));
    editor.insertData(data);
  },
  output: ['table.header a ¦ b ¦ c // d ¦ e ¦ f // g ¦ h ¦ i', 'table e ¦ f // h ¦ i|'],
} satisfies EditorCase;
