import { cutWhole } from '../../../../renderer/editor/commands/cut.ts';
import { chooseBlock } from '../../../../renderer/editor/commands/figures.ts';
import { clipboard, type EditorCase } from '../../editor-case.ts';

export default {
  says: 'A record card that was cut is pasted as it was',
  input: ['p above|', 'card.case Case 17', 'p below'],
  run: (editor) => {
    chooseBlock(editor, 1);
    const data = clipboard();
    cutWhole(editor, data);
    editor.insertData(data);
  },
  output: ['p above', 'card.case |Case 17', 'p below'],
} satisfies EditorCase;
