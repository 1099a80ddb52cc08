import { type EditorCase, paste } from '../../editor-case.ts';

export default {
  says: 'The wrapper of Google Docs does not make everything bold',
  input: ['p |'],
  run: (editor) => {
    paste(
      editor,
      '<b style="font-weight:normal" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:700">Bold</span><span style="font-weight:400"> not</span></p></b>',
    );
  },
  output: ['p {b:Bold} not|'],
} satisfies EditorCase;
