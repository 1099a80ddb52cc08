import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Backspace between two sounds chooses the one the cursor is in, not the other',
  input: ['audio a.ogg ¦ One', 'audio b.ogg ¦ |Two'],
  run: (editor) => {
    editor.deleteBackward('character');
    editor.deleteBackward('character');
  },
  output: ['audio a.ogg ¦ One|'],
  ids: ['block-1'],
} satisfies EditorCase;
