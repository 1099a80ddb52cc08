import { type EditorCase, paste } from '../../editor-case.ts';

export default {
  says: 'Nothing that could run arrives, only its words',
  input: ['p |'],
  run: (editor) => {
    paste(
      editor,
      '<p onclick="x()">a<script>alert(1)</script><a href="javascript:alert(1)">b</a><a href=" JaVaScRiPt:x">c</a><img src=x onerror=alert(1)><svg><script>1</script></svg><iframe srcdoc="<p>z"></iframe><a href="data:text/html,x">d</a></p>',
    );
  },
  output: ['p abcd|'],
} satisfies EditorCase;
