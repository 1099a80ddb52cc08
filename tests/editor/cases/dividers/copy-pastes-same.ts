import { Editor, Transforms } from 'slate';
import { clipboard, type EditorCase } from '../../editor-case.ts';

export default {
  says: 'A dividing line that was copied is pasted a second time',
  input: ['p above|', 'hr', 'p below'],
  run: (editor) => {
    Transforms.select(editor, Editor.start(editor, [1]));
    const data = clipboard();
    editor.setFragmentData(data);
    editor.insertData(data);
  },
  output: ['p above', 'hr', 'hr |', 'p below'],
} satisfies EditorCase;
