import { Transforms } from 'slate';
import { clipboard, type EditorCase } from '../../editor-case.ts';

export default {
  says: 'Cells copied from a table go into others of it',
  input: ['table ‹a ¦ b ¦ c // d ¦ e› ¦ f // g ¦ h ¦ i'],
  run: (editor) => {
    const data = clipboard();
    editor.setFragmentData(data);
    Transforms.select(editor, { path: [0, 1, 1, 0], offset: 0 });
    editor.insertData(data);
  },
  output: ['table a ¦ b ¦ c // d ¦ a ¦ b // g ¦ d ¦ e|'],
} satisfies EditorCase;
