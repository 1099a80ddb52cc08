import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Backspace behind a card steps onto it',
  input: ['card.case Leak', 'p |Text'],
  run: (editor) => {
    editor.deleteBackward('character');
  },
  output: ['card.case |Leak', 'p Text'],
} satisfies EditorCase;
