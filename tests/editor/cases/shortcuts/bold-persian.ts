import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Signs work in a line from right to left',
  input: ['p |'],
  run: (editor) => {
    type(editor, 'پمپ **داغ** است');
  },
  output: ['p پمپ {b:داغ} است|'],
} satisfies EditorCase;
