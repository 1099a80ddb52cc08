import { type EditorCase, paste } from '../../editor-case.ts';

export default {
  says: 'Pasted cells are words, whatever they say',
  input: ['table |a ¦ b'],
  run: (editor) => {
    paste(
      editor,
      '<table><tr><td><img src=x onerror=alert(1)>&lt;script&gt;<td><a href="javascript:alert(1)">no</a></table>',
    );
  },
  output: ['table <script> ¦ no|'],
} satisfies EditorCase;
