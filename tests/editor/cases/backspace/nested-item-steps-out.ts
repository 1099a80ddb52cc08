import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Backspace before a nested item comes one step out',
  input: ['ul One', 'ul+1 |Two'],
  run: (editor) => {
    editor.deleteBackward('character');
  },
  output: ['ul One', 'ul |Two'],
} satisfies EditorCase;
