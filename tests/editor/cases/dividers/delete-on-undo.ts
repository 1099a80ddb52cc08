import { Editor, Transforms } from 'slate';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Undo of Delete gives a dividing line back',
  input: ['p above|', 'hr', 'p below'],
  run: (editor) => {
    Transforms.select(editor, Editor.start(editor, [1]));
    editor.deleteForward('character');
    editor.undo();
  },
  output: ['p above', 'hr |', 'p below'],
} satisfies EditorCase;
