import { type EditorCase, paste } from '../../editor-case.ts';

export default {
  says: 'Tracked changes arrive as accepted, remarks stay behind',
  input: ['p |'],
  run: (editor) => {
    paste(
      editor,
      '<p class=MsoNormal>a<span class=msoDel><del cite="mailto:x" datetime="2026-01-01">old</del></span><span class=msoIns><ins cite="mailto:x" datetime="2026-01-01">new</ins></span><a class=msocomanchor href="#_msocom_1">[A1]</a></p><p>b</p><div style="mso-element:comment-list"><div style="mso-element:comment"><p>why?</p></div></div>',
    );
  },
  output: ['p anew', 'p b|'],
} satisfies EditorCase;
