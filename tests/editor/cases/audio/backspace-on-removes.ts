import { chooseBlock } from '../../../../renderer/editor/commands/figures.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Backspace on a chosen sound takes it away',
  input: ['p above|', 'audio hum.ogg ¦ Listen', 'p below'],
  run: (editor) => {
    chooseBlock(editor, 1);
    editor.deleteBackward('character');
  },
  output: ['p above|', 'p below'],
} satisfies EditorCase;
