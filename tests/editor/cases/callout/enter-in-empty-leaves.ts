import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Enter in an empty callout makes it a line of text',
  input: ['callout.tip |'],
  run: (editor) => {
    type(editor, '\nx');
  },
  output: ['p x|'],
} satisfies EditorCase;
