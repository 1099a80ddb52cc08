import { cutWhole } from '../../../../renderer/editor/commands/cut.ts';
import { chooseBlock } from '../../../../renderer/editor/commands/figures.ts';
import { clipboard, type EditorCase } from '../../editor-case.ts';

export default {
  says: 'A record card is cut as a whole',
  input: ['p above|', 'card.case Case 17', 'p below'],
  run: (editor) => {
    chooseBlock(editor, 1);
    cutWhole(editor, clipboard());
  },
  output: ['p above|', 'p below'],
} satisfies EditorCase;
