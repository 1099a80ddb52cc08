import { Editor, Transforms } from 'slate';
import { cutWhole } from '../../../../renderer/editor/commands/cut.ts';
import { clipboard, type EditorCase } from '../../editor-case.ts';

export default {
  says: 'Undo of a cut gives a dividing line back',
  input: ['p above|', 'hr', 'p below'],
  run: (editor) => {
    Transforms.select(editor, Editor.start(editor, [1]));
    cutWhole(editor, clipboard());
    editor.undo();
  },
  output: ['p above', 'hr |', 'p below'],
} satisfies EditorCase;
