import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'A word nobody uses for a callout stays a word',
  input: ['p |'],
  run: (editor) => {
    type(editor, '> [!banana] No');
  },
  output: ['quote [!banana] No|'],
} satisfies EditorCase;
