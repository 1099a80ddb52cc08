import { moveBlocks } from '../../../../renderer/editor/commands/move.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'A child at the end of its list moves on past the text after it',
  input: ['ul One', 'ul+1 under|', 'p Two'],
  run: (editor) => {
    moveBlocks(editor, 1);
  },
  output: ['ul One', 'p Two', 'ul+1 under|'],
} satisfies EditorCase;
