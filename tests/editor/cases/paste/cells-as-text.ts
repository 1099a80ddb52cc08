import { type EditorCase, pasteText } from '../../editor-case.ts';

export default {
  says: 'Values parted by tabs are a table',
  input: ['p |'],
  run: (editor) => {
    pasteText(editor, 'Part\tNm\nBolt\t48\n');
  },
  output: ['table Part ¦ Nm // Bolt ¦ 48|'],
} satisfies EditorCase;
