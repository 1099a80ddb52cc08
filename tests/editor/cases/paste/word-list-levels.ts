import { type EditorCase, paste } from '../../editor-case.ts';

export default {
  says: 'Levels of a list from Word keep their depth and kind',
  input: ['p |'],
  run: (editor) => {
    paste(
      editor,
      '<p style="mso-list:l0 level1 lfo1"><![if !supportLists]><span style="mso-list:Ignore">1.<span>&nbsp;</span></span><![endif]>a</p><p style="mso-list:l0 level2 lfo1"><span style="mso-list:Ignore">o</span>b</p><p style="mso-list:l0 level3 lfo1"><span style="mso-list:Ignore">(i)</span>c</p>',
    );
  },
  output: ['ol a', 'ul+1 b', 'ol+2 c|'],
} satisfies EditorCase;
