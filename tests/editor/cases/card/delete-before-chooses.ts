import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Delete before a card steps onto it, the second takes it away',
  input: ['p Text|', 'card.case Leak', 'p After'],
  run: (editor) => {
    editor.deleteForward('character');
    editor.deleteForward('character');
  },
  output: ['p Text|', 'p After'],
} satisfies EditorCase;
