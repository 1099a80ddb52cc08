import { cutWhole } from '../../../../renderer/editor/commands/cut.ts';
import { chooseBlock } from '../../../../renderer/editor/commands/figures.ts';
import { clipboard, type EditorCase } from '../../editor-case.ts';

export default {
  says: 'A chosen picture is cut as a whole',
  input: ['p above|', 'img pump.png ¦ A pump ¦ The seal', 'p below'],
  run: (editor) => {
    chooseBlock(editor, 1);
    cutWhole(editor, clipboard());
  },
  output: ['p above|', 'p below'],
} satisfies EditorCase;
