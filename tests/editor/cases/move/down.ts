import { moveBlocks } from '../../../../renderer/editor/commands/move.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Alt and down moves the block, and the cursor with it',
  input: ['p O|ne', 'p Two'],
  run: (editor) => {
    moveBlocks(editor, 1);
  },
  output: ['p Two', 'p O|ne'],
  ids: ['block-2', 'block-1'],
} satisfies EditorCase;
