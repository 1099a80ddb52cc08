import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'What Obsidian writes makes one, too; caution is never',
  input: ['p |'],
  run: (editor) => {
    type(editor, '> [!danger]- No');
  },
  output: ['callout.never No|'],
} satisfies EditorCase;
