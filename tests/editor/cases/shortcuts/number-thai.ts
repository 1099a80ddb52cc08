import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Thai digits, too',
  input: ['p |'],
  run: (editor) => {
    type(editor, '๑. หนึ่ง');
  },
  output: ['ol หนึ่ง|'],
} satisfies EditorCase;
