import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'A greater-than sign begins a quote',
  input: ['p |'],
  run: (editor) => {
    type(editor, '> said');
  },
  output: ['quote said|'],
} satisfies EditorCase;
