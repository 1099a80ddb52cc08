import { type EditorCase, paste } from '../../editor-case.ts';

export default {
  says: 'HTML arrives as blocks',
  input: ['p |'],
  run: (editor) => {
    paste(
      editor,
      '<h2>T</h2><p>a <b>b</b> <i>c</i></p><ol><li>1<ul><li>n</li></ul></li><li>2</li></ol><blockquote>q</blockquote><pre>x\n y</pre><hr><p>end</p>',
    );
  },
  output: ['h2 T', 'p a {b:b} {i:c}', 'ol 1', 'ul+1 n', 'ol 2', 'quote q', 'code x⏎ y', 'hr', 'p end|'],
} satisfies EditorCase;
