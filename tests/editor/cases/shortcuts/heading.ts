import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: '# and a space make a heading',
  input: ['p |'],
  run: (editor) => {
    type(editor, '# Title');
  },
  output: ['h1 Title|'],
  ids: ['block-1'],
} satisfies EditorCase;
