import { Editor, Transforms } from 'slate';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Backspace on a dividing line takes it away',
  input: ['p above|', 'hr', 'p below'],
  run: (editor) => {
    Transforms.select(editor, Editor.start(editor, [1]));
    editor.deleteBackward('character');
  },
  output: ['p above|', 'p below'],
} satisfies EditorCase;
