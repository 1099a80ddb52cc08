import { Editor, Transforms } from 'slate';
import { clipboard, type EditorCase } from '../../editor-case.ts';

export default {
  says: 'A copied callout is a callout again',
  input: ['callout.never ‹Not so›', 'p '],
  run: (editor) => {
    const data = clipboard();
    editor.setFragmentData(data);
    Transforms.select(editor, Editor.end(editor, [1]));
    editor.insertData(data);
  },
  output: ['callout.never Not so', 'callout.never Not so|'],
} satisfies EditorCase;
