import { chooseBlock } from '../../../../renderer/editor/commands/figures.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Backspace on a record card takes it away',
  input: ['p above|', 'card.case Case 17', 'p below'],
  run: (editor) => {
    chooseBlock(editor, 1);
    editor.deleteBackward('character');
  },
  output: ['p above|', 'p below'],
} satisfies EditorCase;
