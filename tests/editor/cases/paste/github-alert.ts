import { type EditorCase, paste } from '../../editor-case.ts';

export default {
  says: 'An alert of GitHub is a callout',
  input: ['p |'],
  run: (editor) => {
    paste(
      editor,
      '<div class="markdown-alert markdown-alert-caution"><p class="markdown-alert-title">Caution</p><p>a</p><p>b</p></div>',
    );
  },
  output: ['callout.never a⏎b|'],
} satisfies EditorCase;
