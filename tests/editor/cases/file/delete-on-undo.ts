import { chooseBlock } from '../../../../renderer/editor/commands/figures.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Undo of Delete gives a chosen file back',
  input: ['p above|', 'file manual.pdf ¦ Page 7', 'p below'],
  run: (editor) => {
    chooseBlock(editor, 1);
    editor.deleteForward('character');
    editor.undo();
  },
  output: ['p above', 'file manual.pdf ¦ |Page 7', 'p below'],
} satisfies EditorCase;
