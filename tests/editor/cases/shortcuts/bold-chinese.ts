import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'No space is needed where the script has none',
  input: ['p |'],
  run: (editor) => {
    type(editor, '先**断电**再看');
  },
  output: ['p 先{b:断电}再看|'],
} satisfies EditorCase;
