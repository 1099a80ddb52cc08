import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Two asterisks on both sides make bold, and what follows is plain',
  input: ['p |'],
  run: (editor) => {
    type(editor, 'a **bold** b');
  },
  output: ['p a {b:bold} b|'],
} satisfies EditorCase;
