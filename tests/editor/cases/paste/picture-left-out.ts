import { type EditorCase, paste } from '../../editor-case.ts';

export default {
  says: 'A picture that did not come leaves its description and its address',
  input: ['p |'],
  run: (editor) => {
    paste(editor, '<p>see <img src="https://x.org/a.png" alt="the seal"> here</p>');
  },
  output: ['p see {a https://x.org/a.png:the seal} here|'],
} satisfies EditorCase;
