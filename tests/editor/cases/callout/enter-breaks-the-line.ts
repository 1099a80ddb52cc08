import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Enter in a callout is a new line of it',
  input: ['callout.tip Ho|t'],
  run: (editor) => {
    type(editor, '\nx');
  },
  output: ['callout.tip Ho⏎x|t'],
} satisfies EditorCase;
