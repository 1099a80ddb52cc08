import { Editor, Transforms } from 'slate';
import { clipboard, type EditorCase } from '../../editor-case.ts';

export default {
  says: 'Copied over the edge, a table keeps its columns; what was not selected is empty',
  input: ['p Ab‹ove', 'table.header a ¦ b // c› ¦ d', 'p '],
  run: (editor) => {
    const data = clipboard();
    editor.setFragmentData(data);
    Transforms.select(editor, Editor.end(editor, [2]));
    editor.insertData(data);
  },
  output: ['p Above', 'table.header a ¦ b // c ¦ d', 'p ove', 'table.header a ¦ b // c ¦ |'],
} satisfies EditorCase;
