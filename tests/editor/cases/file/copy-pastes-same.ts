import { chooseBlock } from '../../../../renderer/editor/commands/figures.ts';
import { clipboard, type EditorCase } from '../../editor-case.ts';

export default {
  says: 'A chosen file that was copied is pasted a second time',
  input: ['p above|', 'file manual.pdf ¦ Page 7', 'p below'],
  run: (editor) => {
    chooseBlock(editor, 1);
    const data = clipboard();
    editor.setFragmentData(data);
    editor.insertData(data);
  },
  output: ['p above', 'file manual.pdf ¦ |Page 7', 'file manual.pdf ¦ Page 7', 'p below'],
} satisfies EditorCase;
