import { cutWhole } from '../../../../renderer/editor/commands/cut.ts';
import { chooseBlock } from '../../../../renderer/editor/commands/figures.ts';
import { clipboard, type EditorCase } from '../../editor-case.ts';

export default {
  says: 'Undo of a cut gives a chosen sound back',
  input: ['p above|', 'audio hum.ogg ¦ Listen', 'p below'],
  run: (editor) => {
    chooseBlock(editor, 1);
    cutWhole(editor, clipboard());
    editor.undo();
  },
  output: ['p above', 'audio hum.ogg ¦ |Listen', 'p below'],
} satisfies EditorCase;
