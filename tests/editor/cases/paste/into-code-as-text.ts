import { type EditorCase, paste } from '../../editor-case.ts';

export default {
  says: 'In code only letters arrive',
  input: ['code a|b'],
  run: (editor) => {
    paste(editor, '<b>x</b>', 'x\r\ny');
  },
  output: ['code ax⏎y|b'],
} satisfies EditorCase;
