import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'A line with only a mention is not empty',
  input: ['ul {@person Maryam}|'],
  run: (editor) => {
    editor.insertBreak();
  },
  output: ['ul {@person Maryam}', 'ul |'],
} satisfies EditorCase;
