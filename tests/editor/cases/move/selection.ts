import { moveBlocks } from '../../../../renderer/editor/commands/move.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'All selected blocks move together',
  input: ['p One', 'p T‹wo', 'p Thr›ee'],
  run: (editor) => {
    moveBlocks(editor, -1);
  },
  output: ['p T‹wo', 'p Thr›ee', 'p One'],
} satisfies EditorCase;
