import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'The last thing left is a plain empty line',
  input: ['h1 |'],
  run: (editor) => {
    editor.deleteBackward('character');
  },
  output: ['p |'],
} satisfies EditorCase;
