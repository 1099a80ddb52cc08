import { type EditorCase, paste } from '../../editor-case.ts';

export default {
  says: 'A page pasted into a cell leaves its words and marks there',
  input: ['table a ¦ |b'],
  run: (editor) => {
    paste(editor, '<h1>Head</h1><ul><li>one <b>two</b></li></ul>');
  },
  output: ['table a ¦ Head⏎one {b:two|}b'],
} satisfies EditorCase;
