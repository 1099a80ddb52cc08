import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Backspace at the start of a judgement that says nothing makes it a line of text',
  input: ['p Above', 'judge |'],
  run: (editor) => {
    editor.deleteBackward('character');
  },
  output: ['p Above', 'p |'],
} satisfies EditorCase;
