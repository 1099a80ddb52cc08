import { moveBlocks } from '../../../../renderer/editor/commands/move.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'A move is one undo step',
  input: ['ul One|', 'ul+1 a', 'ul Two', 'ul+1 b'],
  run: (editor) => {
    moveBlocks(editor, 1);
    editor.undo();
  },
  output: ['ul One|', 'ul+1 a', 'ul Two', 'ul+1 b'],
} satisfies EditorCase;
