import { Editor, Transforms } from 'slate';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Delete on a dividing line takes it away',
  input: ['p above|', 'hr', 'p below'],
  run: (editor) => {
    Transforms.select(editor, Editor.start(editor, [1]));
    editor.deleteForward('character');
  },
  output: ['p above|', 'p below'],
} satisfies EditorCase;
