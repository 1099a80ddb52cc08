import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Enter in the last part goes on under the block, in the same direction',
  input: ['judge.rtl a ¦ b ¦ c ¦ d ¦ e|', 'p Below'],
  run: (editor) => {
    type(editor, '\nx');
  },
  output: ['judge.rtl a ¦ b ¦ c ¦ d ¦ e', 'p.rtl x|', 'p Below'],
} satisfies EditorCase;
