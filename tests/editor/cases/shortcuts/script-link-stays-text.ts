import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'An address that runs a script stays letters',
  input: ['p |'],
  run: (editor) => {
    type(editor, '[x](javascript:alert) y');
  },
  output: ['p [x](javascript:alert) y|'],
} satisfies EditorCase;
