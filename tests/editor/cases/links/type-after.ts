import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Going on after a link does not lengthen it',
  input: ['p see {a https://x.org:here|}'],
  run: (editor) => {
    type(editor, '!');
  },
  output: ['p see {a https://x.org:here}!|'],
} satisfies EditorCase;
