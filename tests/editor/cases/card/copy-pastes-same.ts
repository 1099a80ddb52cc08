import { chooseBlock } from '../../../../renderer/editor/commands/figures.ts';
import { clipboard, type EditorCase } from '../../editor-case.ts';

export default {
  says: 'A record card that was copied is pasted a second time',
  input: ['p above|', 'card.case Case 17', 'p below'],
  run: (editor) => {
    chooseBlock(editor, 1);
    const data = clipboard();
    editor.setFragmentData(data);
    editor.insertData(data);
  },
  output: ['p above', 'card.case Case 17', 'card.case |Case 17', 'p below'],
} satisfies EditorCase;
