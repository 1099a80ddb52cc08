import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Brackets make a bullet a check item',
  input: ['ul |'],
  run: (editor) => {
    type(editor, '[ ] task');
  },
  output: ['todo task|'],
} satisfies EditorCase;
