import { cutWhole } from '../../../../renderer/editor/commands/cut.ts';
import { chooseBlock } from '../../../../renderer/editor/commands/figures.ts';
import { clipboard, type EditorCase } from '../../editor-case.ts';

export default {
  says: 'A chosen sound that was cut is pasted as it was',
  input: ['p above|', 'audio hum.ogg ¦ Listen', 'p below'],
  run: (editor) => {
    chooseBlock(editor, 1);
    const data = clipboard();
    cutWhole(editor, data);
    editor.insertData(data);
  },
  output: ['p above', 'audio hum.ogg ¦ Listen|', 'p below'],
} satisfies EditorCase;
