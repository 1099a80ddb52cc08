import { cutWhole } from '../../../../renderer/editor/commands/cut.ts';
import { chooseBlock } from '../../../../renderer/editor/commands/figures.ts';
import { clipboard, type EditorCase } from '../../editor-case.ts';

export default {
  says: 'Undo of a cut gives a chosen picture back',
  input: ['p above|', 'img pump.png ¦ A pump ¦ The seal', 'p below'],
  run: (editor) => {
    chooseBlock(editor, 1);
    cutWhole(editor, clipboard());
    editor.undo();
  },
  output: ['p above', 'img pump.png ¦ A pump ¦ |The seal', 'p below'],
} satisfies EditorCase;
