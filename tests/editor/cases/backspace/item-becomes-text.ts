import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Backspace before an item takes it out of the list',
  input: ['ul One', 'ul |Two'],
  run: (editor) => {
    editor.deleteBackward('character');
  },
  output: ['ul One', 'p |Two'],
} satisfies EditorCase;
