import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'A cross in the brackets is a tick',
  input: ['p |'],
  run: (editor) => {
    type(editor, '[x] task');
  },
  output: ['done task|'],
} satisfies EditorCase;
