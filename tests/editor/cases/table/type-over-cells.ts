import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Typing over selected cells empties them and writes in the first',
  input: ['table ‹a ¦ b // c ¦ d› // e ¦ f'],
  run: (editor) => {
    type(editor, 'x');
  },
  output: ['table x| ¦ · // · ¦ · // e ¦ f'],
} satisfies EditorCase;
