import { chooseBlock } from '../../../../renderer/editor/commands/figures.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Undo of Backspace gives a chosen picture back',
  input: ['p above|', 'img pump.png ¦ A pump ¦ The seal', 'p below'],
  run: (editor) => {
    chooseBlock(editor, 1);
    editor.deleteBackward('character');
    editor.undo();
  },
  output: ['p above', 'img pump.png ¦ A pump ¦ |The seal', 'p below'],
} satisfies EditorCase;
