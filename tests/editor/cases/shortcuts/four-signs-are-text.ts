import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Four signs are only signs',
  input: ['p |'],
  run: (editor) => {
    type(editor, '#### x');
  },
  output: ['p #### x|'],
} satisfies EditorCase;
