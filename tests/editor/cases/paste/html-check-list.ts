import { type EditorCase, paste } from '../../editor-case.ts';

export default {
  says: 'Boxes become a check list',
  input: ['p |'],
  run: (editor) => {
    paste(
      editor,
      '<ul><li><input type="checkbox" checked> done</li><li><input type="checkbox"> open</li></ul>',
    );
  },
  output: ['done done', 'todo open|'],
} satisfies EditorCase;
