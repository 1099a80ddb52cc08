import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'And an address in a caption',
  input: ['img p.png ¦ alt ¦ |'],
  run: (editor) => {
    type(editor, 'https://x.org ');
  },
  output: ['img p.png ¦ alt ¦ {a https://x.org:https://x.org} |'],
} satisfies EditorCase;
