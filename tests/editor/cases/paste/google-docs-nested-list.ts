import { type EditorCase, paste } from '../../editor-case.ts';

export default {
  says: 'Lists of Google Docs stand in lists without an item between',
  input: ['p |'],
  run: (editor) => {
    paste(
      editor,
      '<ol><li aria-level="1"><p>a</p></li><ul><li aria-level="2"><p>b</p></li></ul><li aria-level="1"><p>c</p></li></ol>',
    );
  },
  output: ['ol a', 'ul+1 b', 'ol c|'],
} satisfies EditorCase;
