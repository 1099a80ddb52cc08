import { Editor, Transforms } from 'slate';
import { cutWhole } from '../../../../renderer/editor/commands/cut.ts';
import { clipboard, type EditorCase } from '../../editor-case.ts';

export default {
  says: 'A dividing line is cut as a whole',
  input: ['p above|', 'hr', 'p below'],
  run: (editor) => {
    Transforms.select(editor, Editor.start(editor, [1]));
    cutWhole(editor, clipboard());
  },
  output: ['p above|', 'p below'],
} satisfies EditorCase;
