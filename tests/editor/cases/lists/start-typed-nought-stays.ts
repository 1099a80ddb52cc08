import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Nought begins no list',
  input: ['p |'],
  run: (editor) => {
    type(editor, '0. ');
  },
  output: ['p 0. |'],
} satisfies EditorCase;
