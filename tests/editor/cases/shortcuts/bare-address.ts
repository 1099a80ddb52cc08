import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'A typed address becomes a link after the space, without the full stop',
  input: ['p |'],
  run: (editor) => {
    type(editor, 'at https://x.org/a now');
  },
  output: ['p at {a https://x.org/a:https://x.org/a} now|'],
} satisfies EditorCase;
