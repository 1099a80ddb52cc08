import { Editor, Transforms } from 'slate';
import { cutWhole } from '../../../../renderer/editor/commands/cut.ts';
import { clipboard, type EditorCase } from '../../editor-case.ts';

export default {
  says: 'A dividing line that was cut is pasted as it was',
  input: ['p above|', 'hr', 'p below'],
  run: (editor) => {
    Transforms.select(editor, Editor.start(editor, [1]));
    const data = clipboard();
    cutWhole(editor, data);
    editor.insertData(data);
  },
  output: ['p above', 'hr |', 'p below'],
} satisfies EditorCase;
