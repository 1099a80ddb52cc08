import { type EditorCase, paste } from '../../editor-case.ts';

export default {
  says: 'A right to left line of Word whose letters say so needs no mark',
  input: ['p |'],
  run: (editor) => {
    paste(
      editor,
      '<p class=MsoNormal dir=RTL style="direction:rtl">سلام</p><p class=MsoNormal dir=RTL style="direction:rtl">SKF 6204</p>',
    );
  },
  output: ['p سلام', 'p.rtl SKF 6204|'],
} satisfies EditorCase;
