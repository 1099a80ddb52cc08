import { type EditorCase, paste } from '../../editor-case.ts';

export default {
  says: 'A list from Word is a list, without its typed numbers',
  input: ['p |'],
  run: (editor) => {
    paste(
      editor,
      '<p class=MsoListParagraph style="margin-left:.5in;mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">1.<span>&nbsp;&nbsp;</span></span>One</p><p style="mso-list:l0 level2 lfo1"><span style="mso-list:Ignore">·</span>Two</p>',
    );
  },
  output: ['ol One', 'ul+1 Two|'],
} satisfies EditorCase;
