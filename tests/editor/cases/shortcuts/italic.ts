import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'One asterisk is italic',
  input: ['p |'],
  run: (editor) => {
    type(editor, '*so* it');
  },
  output: ['p {i:so} it|'],
} satisfies EditorCase;
