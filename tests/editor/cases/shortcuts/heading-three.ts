import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Three signs make a small heading',
  input: ['p |'],
  run: (editor) => {
    type(editor, '### Small');
  },
  output: ['h3 Small|'],
} satisfies EditorCase;
