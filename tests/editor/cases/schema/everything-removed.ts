import { Transforms } from 'slate';
import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'A text is never without a place to write',
  input: ['p One|'],
  run: (editor) => {
    Transforms.removeNodes(editor, { at: [0] });
    Transforms.select(editor, editor.start([]));
    type(editor, 'x');
  },
  output: ['p x|'],
} satisfies EditorCase;
