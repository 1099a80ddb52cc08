import { type EditorCase, paste } from '../../editor-case.ts';

export default {
  says: 'A callout of Notion keeps its meaning and loses its sign',
  input: ['p |'],
  run: (editor) => {
    paste(editor, '<aside>\n⚠️ Hot\n\n</aside>');
  },
  output: ['callout.warning Hot|'],
} satisfies EditorCase;
