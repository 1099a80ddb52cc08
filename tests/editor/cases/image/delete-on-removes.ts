import { chooseBlock } from '../../../../renderer/editor/commands/figures.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Delete on a chosen picture takes it away',
  input: ['p above|', 'img pump.png ¦ A pump ¦ The seal', 'p below'],
  run: (editor) => {
    chooseBlock(editor, 1);
    editor.deleteForward('character');
  },
  output: ['p above|', 'p below'],
} satisfies EditorCase;
