import { chooseBlock } from '../../../../renderer/editor/commands/figures.ts';
import { clipboard, type EditorCase } from '../../editor-case.ts';

export default {
  says: 'A chosen sound that was copied is pasted a second time',
  input: ['p above|', 'audio hum.ogg ¦ Listen', 'p below'],
  run: (editor) => {
    chooseBlock(editor, 1);
    const data = clipboard();
    editor.setFragmentData(data);
    editor.insertData(data);
  },
  output: ['p above', 'audio hum.ogg ¦ |Listen', 'audio hum.ogg ¦ Listen', 'p below'],
} satisfies EditorCase;
