import { Editor, Transforms } from 'slate';
import { chooseBlock } from '../../../../renderer/editor/commands/figures.ts';
import type { EditorCase } from '../../editor-case.ts';
import { clipboard } from '../../editor-case.ts';

export default {
  says: 'A chosen picture is copied as a picture, with its own id where it lands',
  input: ['img.60 pump.png ¦ A pump ¦ |Old', 'p End'],
  run: (editor) => {
    chooseBlock(editor, 0);
    const data = clipboard();
    editor.setFragmentData(data);
    Transforms.select(editor, Editor.end(editor, [1]));
    editor.insertData(data);
  },
  output: ['img.60 pump.png ¦ A pump ¦ Old', 'p End', 'img.60 pump.png ¦ A pump ¦ Old|'],
} satisfies EditorCase;
