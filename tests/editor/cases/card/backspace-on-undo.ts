import { chooseBlock } from '../../../../renderer/editor/commands/figures.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Undo of Backspace gives a record card back',
  input: ['p above|', 'card.case Case 17', 'p below'],
  run: (editor) => {
    chooseBlock(editor, 1);
    editor.deleteBackward('character');
    editor.undo();
  },
  output: ['p above', 'card.case |Case 17', 'p below'],
} satisfies EditorCase;
