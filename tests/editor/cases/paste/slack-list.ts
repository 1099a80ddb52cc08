import { type EditorCase, paste } from '../../editor-case.ts';

export default {
  says: 'Lists of Slack say their depth beside the list',
  input: ['p |'],
  run: (editor) => {
    paste(
      editor,
      '<ul data-indent="0"><li data-stringify-indent="0">a</li></ul><ul data-indent="1"><li data-stringify-indent="1">b</li></ul>',
    );
  },
  output: ['ul a', 'ul+1 b|'],
} satisfies EditorCase;
