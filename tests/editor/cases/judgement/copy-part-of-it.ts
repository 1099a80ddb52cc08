import { Editor, Transforms } from 'slate';
import { clipboard, type EditorCase } from '../../editor-case.ts';

export default {
  says: 'A judgement copied in part is a judgement; what was not selected is empty',
  input: ['judge hu‹m ¦ heat ¦ st›op ¦ why', 'p '],
  run: (editor) => {
    const data = clipboard();
    editor.setFragmentData(data);
    Transforms.select(editor, Editor.end(editor, [1]));
    editor.insertData(data);
  },
  output: ['judge hum ¦ heat ¦ stop ¦ why ¦ ·', 'judge m ¦ heat ¦ st ¦ · ¦ |'],
} satisfies EditorCase;
