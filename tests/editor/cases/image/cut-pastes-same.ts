import { cutWhole } from '../../../../renderer/editor/commands/cut.ts';
import { chooseBlock } from '../../../../renderer/editor/commands/figures.ts';
import { clipboard, type EditorCase } from '../../editor-case.ts';

export default {
  says: 'A chosen picture that was cut is pasted as it was',
  input: ['p above|', 'img pump.png ¦ A pump ¦ The seal', 'p below'],
  run: (editor) => {
    chooseBlock(editor, 1);
    const data = clipboard();
    cutWhole(editor, data);
    editor.insertData(data);
  },
  output: ['p above', 'img pump.png ¦ A pump ¦ The seal|', 'p below'],
} satisfies EditorCase;
