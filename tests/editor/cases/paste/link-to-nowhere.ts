import { type EditorCase, paste } from '../../editor-case.ts';

export default {
  says: "A link to somebody's disk leaves its words",
  input: ['p |'],
  run: (editor) => {
    paste(editor, '<p><a href="file:///C:/a.docx">plan</a> <a href="#x">up</a></p>');
  },
  output: ['p plan up|'],
} satisfies EditorCase;
