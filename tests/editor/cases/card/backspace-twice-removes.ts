import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'The second Backspace takes the card away',
  input: ['p Above', 'card.case Leak', 'p |Text'],
  run: (editor) => {
    editor.deleteBackward('character');
    editor.deleteBackward('character');
  },
  output: ['p Above|', 'p Text'],
} satisfies EditorCase;
