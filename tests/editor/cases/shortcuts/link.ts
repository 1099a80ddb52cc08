import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: "Markdown's own link",
  input: ['p |'],
  run: (editor) => {
    type(editor, 'see [the manual](https://x.org/m) now');
  },
  output: ['p see {a https://x.org/m:the manual} now|'],
} satisfies EditorCase;
