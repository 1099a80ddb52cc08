import { type EditorCase, paste } from '../../editor-case.ts';

export default {
  says: 'A callout pasted into a line stands behind it',
  input: ['p one|'],
  run: (editor) => {
    paste(editor, '<aside class="callout" data-tone="tip"><p>t</p></aside>');
  },
  output: ['p one', 'callout.tip t|'],
} satisfies EditorCase;
