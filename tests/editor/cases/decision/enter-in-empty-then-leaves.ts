import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Enter in an empty last line of the only branch leaves the block',
  input: ['decide q ¦ a ¦ |'],
  run: (editor) => {
    type(editor, '\nBelow');
  },
  output: ['decide q ¦ a ¦ ·', 'p Below|'],
} satisfies EditorCase;
