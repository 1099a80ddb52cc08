import { type EditorCase, paste } from '../../editor-case.ts';

export default {
  says: 'A page of three thousand levels gives its words',
  input: ['p |'],
  run: (editor) => {
    paste(editor, `${'<div>'.repeat(3000)}deep`);
  },
  output: ['p deep|'],
} satisfies EditorCase;
