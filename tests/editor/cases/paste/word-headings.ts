import { type EditorCase, paste } from '../../editor-case.ts';

export default {
  says: 'Headings of Word are headings, and are not bold twice',
  input: ['p |'],
  run: (editor) => {
    paste(
      editor,
      '<p class=MsoTitle>Title<o:p></o:p></p><h2><b>Two</b></h2><p class=MsoNormal style="mso-outline-level:3">Three</p>',
    );
  },
  output: ['h1 Title', 'h2 Two', 'h3 Three|'],
} satisfies EditorCase;
