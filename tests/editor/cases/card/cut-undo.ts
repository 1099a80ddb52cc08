import { cutWhole } from '../../../../renderer/editor/commands/cut.ts';
import { chooseBlock } from '../../../../renderer/editor/commands/figures.ts';
import { clipboard, type EditorCase } from '../../editor-case.ts';

export default {
  says: 'Undo of a cut gives a record card back',
  input: ['p above|', 'card.case Case 17', 'p below'],
  run: (editor) => {
    chooseBlock(editor, 1);
    cutWhole(editor, clipboard());
    editor.undo();
  },
  output: ['p above', 'card.case |Case 17', 'p below'],
} satisfies EditorCase;
