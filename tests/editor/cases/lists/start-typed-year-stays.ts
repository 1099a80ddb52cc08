import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'A year at the beginning of a sentence is no list',
  input: ['p |'],
  run: (editor) => {
    type(editor, '2024. ');
  },
  output: ['p 2024. |'],
} satisfies EditorCase;
