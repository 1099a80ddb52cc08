import { moveBlocks } from '../../../../renderer/editor/commands/move.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'The list begins where it did when another item comes first',
  input: ['ol.3 three', 'ol |four'],
  run: (editor) => {
    moveBlocks(editor, -1);
  },
  output: ['ol.3 |four', 'ol three'],
} satisfies EditorCase;
