import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'No signs across the edge of a link',
  input: ['p a {a https://x.org:b*} c|'],
  run: (editor) => {
    type(editor, '*');
  },
  output: ['p a {a https://x.org:b*} c*|'],
} satisfies EditorCase;
