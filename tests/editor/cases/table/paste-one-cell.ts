import { type EditorCase, paste } from '../../editor-case.ts';

export default {
  says: 'A single cell is words like any other',
  input: ['table one | ¦ b'],
  run: (editor) => {
    paste(editor, '<table><tr><td><b>two</b></table>');
  },
  output: ['table one {b:two|} ¦ b'],
} satisfies EditorCase;
