import { moveBlocks } from '../../../../renderer/editor/commands/move.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Undo of a move gives the beginning back to the item that had it',
  input: ['ol.3 |three', 'ol four'],
  run: (editor) => {
    moveBlocks(editor, 1);
    editor.undo();
  },
  output: ['ol.3 |three', 'ol four'],
} satisfies EditorCase;
