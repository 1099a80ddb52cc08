import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Two times three times four stays a sum',
  input: ['p |'],
  run: (editor) => {
    type(editor, '2*3*4 = 24');
  },
  output: ['p 2*3*4 = 24|'],
} satisfies EditorCase;
