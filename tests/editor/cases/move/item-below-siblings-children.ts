import { moveBlocks } from '../../../../renderer/editor/commands/move.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'And below the whole of the item after it',
  input: ['ul One|', 'ul Two', 'ul+1 under'],
  run: (editor) => {
    moveBlocks(editor, 1);
  },
  output: ['ul Two', 'ul+1 under', 'ul One|'],
} satisfies EditorCase;
