import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Signs of headings and lists are words in a part, marks are marks',
  input: ['judge |'],
  run: (editor) => {
    type(editor, '# hum - *so*');
  },
  output: ['judge # hum - {i:so|} ¦ · ¦ · ¦ · ¦ ·'],
} satisfies EditorCase;
