import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'A link works in a part of a judgement',
  input: ['judge | ¦ b'],
  run: (editor) => {
    type(editor, '[m](https://x.org) ');
  },
  output: ['judge {a https://x.org:m} | ¦ b ¦ · ¦ · ¦ ·'],
} satisfies EditorCase;
