import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Backspace before a quote makes it text',
  input: ['quote |Said'],
  run: (editor) => {
    editor.deleteBackward('character');
  },
  output: ['p |Said'],
} satisfies EditorCase;
