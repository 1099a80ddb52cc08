import { moveBlocks } from '../../../../renderer/editor/commands/move.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'There is nothing above the top',
  input: ['p O|ne', 'p Two'],
  run: (editor) => {
    moveBlocks(editor, -1);
  },
  output: ['p O|ne', 'p Two'],
} satisfies EditorCase;
