import { type EditorCase, paste } from '../../editor-case.ts';

export default {
  says: 'A list pasted into a callout stands behind what was before the cursor',
  input: ['callout.never Not|'],
  run: (editor) => {
    paste(editor, '<ul><li>one</li></ul>');
  },
  output: ['callout.never Not', 'ul one|'],
} satisfies EditorCase;
