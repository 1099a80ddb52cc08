import { chooseBlock } from '../../../../renderer/editor/commands/figures.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Undo of Delete gives a chosen sound back',
  input: ['p above|', 'audio hum.ogg ¦ Listen', 'p below'],
  run: (editor) => {
    chooseBlock(editor, 1);
    editor.deleteForward('character');
    editor.undo();
  },
  output: ['p above', 'audio hum.ogg ¦ |Listen', 'p below'],
} satisfies EditorCase;
