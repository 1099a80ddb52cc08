import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Backspace before a heading makes it text',
  input: ['h1 |Title'],
  run: (editor) => {
    editor.deleteBackward('character');
  },
  output: ['p |Title'],
  ids: ['block-1'],
} satisfies EditorCase;
