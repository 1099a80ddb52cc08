import { type EditorCase, paste } from '../../editor-case.ts';

export default {
  says: 'Markdown copied from an editor for programs is Markdown',
  input: ['p |'],
  run: (editor) => {
    paste(
      editor,
      '<meta charset="utf-8"><div style="color:#ccc;font-family:Consolas,monospace;white-space:pre"><div><span style="color:#569cd6"># T</span></div><div>- a</div><div>- b</div></div>',
      '# T\n- a\n- b',
    );
  },
  output: ['h1 T', 'ul a', 'ul b|'],
} satisfies EditorCase;
