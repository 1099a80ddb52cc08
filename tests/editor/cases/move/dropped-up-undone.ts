import { moveSpan } from '../../../../renderer/editor/commands/move.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'One undo takes a drop back',
  input: ['p One', 'p Two', 'p Three', 'p Four|'],
  run: (editor) => {
    moveSpan(editor, 2, 4, 0);
    editor.undo();
  },
  output: ['p One', 'p Two', 'p Three', 'p Four|'],
} satisfies EditorCase;
