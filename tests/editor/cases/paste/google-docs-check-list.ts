import { type EditorCase, paste } from '../../editor-case.ts';

export default {
  says: 'Boxes of Google Docs can be ticked here',
  input: ['p |'],
  run: (editor) => {
    paste(
      editor,
      '<ul><li role="checkbox" aria-checked="true" aria-level="1"><img src="data:image/png;base64,AA==" alt="checked" aria-roledescription="checkbox"><p><span style="text-decoration:line-through">a</span></p></li><li role="checkbox" aria-checked="false" aria-level="2"><p>b</p></li></ul>',
    );
  },
  output: ['done a', 'todo+1 b|'],
} satisfies EditorCase;
