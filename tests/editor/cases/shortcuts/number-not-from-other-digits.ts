import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'A line that begins with a year is not a list',
  input: ['p |'],
  run: (editor) => {
    type(editor, '2024. ok');
  },
  output: ['p 2024. ok|'],
} satisfies EditorCase;
