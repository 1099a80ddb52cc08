import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Enter in a branch before the last goes on to the next',
  input: ['decide q ¦ a ¦ b| ¦ c ¦ d'],
  run: (editor) => {
    type(editor, '\nx');
  },
  output: ['decide q ¦ a ¦ b ¦ cx| ¦ d'],
} satisfies EditorCase;
