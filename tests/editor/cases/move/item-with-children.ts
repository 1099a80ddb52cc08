import { moveBlocks } from '../../../../renderer/editor/commands/move.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'An item takes along what hangs below it',
  input: ['ul O|ne', 'ul+1 Child', 'p Text'],
  run: (editor) => {
    moveBlocks(editor, 1);
  },
  output: ['p Text', 'ul O|ne', 'ul+1 Child'],
} satisfies EditorCase;
