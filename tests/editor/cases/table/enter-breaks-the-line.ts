import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Enter is a new line in the cell',
  input: ['table a| ¦ b'],
  run: (editor) => {
    type(editor, '\nx');
  },
  output: ['table a⏎x| ¦ b'],
} satisfies EditorCase;
