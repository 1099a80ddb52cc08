import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'A dash and a space begin a list',
  input: ['p |One'],
  run: (editor) => {
    type(editor, '- ');
  },
  output: ['ul |One'],
} satisfies EditorCase;
