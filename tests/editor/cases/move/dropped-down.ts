import { moveSpan } from '../../../../renderer/editor/commands/move.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'What is dropped further down arrives as a whole, the cursor in it',
  input: ['p One|', 'p Two', 'p Three', 'p Four'],
  run: (editor) => {
    moveSpan(editor, 0, 2, 4);
  },
  output: ['p Three', 'p Four', 'p One|', 'p Two'],
  ids: ['block-3', 'block-4', 'block-1', 'block-2'],
} satisfies EditorCase;
