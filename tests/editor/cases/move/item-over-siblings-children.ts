import { moveBlocks } from '../../../../renderer/editor/commands/move.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'An item moves above the whole of the item before it',
  input: ['ul One', 'ul+1 under', 'ul Two|'],
  run: (editor) => {
    moveBlocks(editor, -1);
  },
  output: ['ul Two|', 'ul One', 'ul+1 under'],
  ids: ['block-3', 'block-1', 'block-2'],
} satisfies EditorCase;
