import { moveBlocks } from '../../../../renderer/editor/commands/move.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'A table moves as one block',
  input: ['p Above', 'table a| ¦ b'],
  run: (editor) => {
    moveBlocks(editor, -1);
  },
  output: ['table a| ¦ b', 'p Above'],
  ids: ['block-2', 'block-1'],
} satisfies EditorCase;
