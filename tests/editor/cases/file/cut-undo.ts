import { cutWhole } from '../../../../renderer/editor/commands/cut.ts';
import { chooseBlock } from '../../../../renderer/editor/commands/figures.ts';
import { clipboard, type EditorCase } from '../../editor-case.ts';

export default {
  says: 'Undo of a cut gives a chosen file back',
  input: ['p above|', 'file manual.pdf ¦ Page 7', 'p below'],
  run: (editor) => {
    chooseBlock(editor, 1);
    cutWhole(editor, clipboard());
    editor.undo();
  },
  output: ['p above', 'file manual.pdf ¦ |Page 7', 'p below'],
} satisfies EditorCase;
