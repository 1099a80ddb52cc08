import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Two exclamation marks and a space make a warning',
  input: ['p |'],
  run: (editor) => {
    type(editor, '!! Hot');
  },
  output: ['callout.warning Hot|'],
} satisfies EditorCase;
