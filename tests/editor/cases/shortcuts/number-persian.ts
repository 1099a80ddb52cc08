import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Persian digits begin a numbered list',
  input: ['p |'],
  run: (editor) => {
    type(editor, '۱. یک');
  },
  output: ['ol یک|'],
} satisfies EditorCase;
