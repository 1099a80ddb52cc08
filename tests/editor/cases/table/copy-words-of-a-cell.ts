import { Editor, Transforms } from 'slate';
import { clipboard, type EditorCase } from '../../editor-case.ts';

export default {
  says: 'Words copied inside one cell are words',
  input: ['table abc‹def› ¦ x', 'p Here: '],
  run: (editor) => {
    const data = clipboard();
    editor.setFragmentData(data);
    Transforms.select(editor, Editor.end(editor, [1]));
    editor.insertData(data);
  },
  output: ['table abcdef ¦ x', 'p Here: def|'],
} satisfies EditorCase;
