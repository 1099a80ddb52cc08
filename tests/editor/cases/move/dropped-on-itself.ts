import { moveSpan } from '../../../../renderer/editor/commands/move.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Dropped where it was, nothing happens',
  input: ['p One', 'p Two|'],
  run: (editor) => {
    moveSpan(editor, 0, 1, 1);
  },
  output: ['p One', 'p Two|'],
} satisfies EditorCase;
