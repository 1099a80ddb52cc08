import { moveBlocks } from '../../../../renderer/editor/commands/move.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'The list begins where it did when its first item moves down',
  input: ['ol.3 |three', 'ol four', 'ol five'],
  run: (editor) => {
    moveBlocks(editor, 1);
  },
  output: ['ol.3 four', 'ol |three', 'ol five'],
} satisfies EditorCase;
