import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'A mention is deleted as one letter',
  input: ['p See {@case Case 9}|'],
  run: (editor) => {
    editor.deleteBackward('character');
  },
  output: ['p See |'],
} satisfies EditorCase;
