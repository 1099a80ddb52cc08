import { moveBlocks } from '../../../../renderer/editor/commands/move.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'At the end there is nowhere to go',
  input: ['p One', 'p Two|'],
  run: (editor) => {
    moveBlocks(editor, 1);
  },
  output: ['p One', 'p Two|'],
} satisfies EditorCase;
