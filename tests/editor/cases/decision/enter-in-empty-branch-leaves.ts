import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Enter in an empty last branch gives it up and goes on below',
  input: ['decide q ¦ a ¦ b|'],
  run: (editor) => {
    type(editor, '\n\nBelow');
  },
  output: ['decide q ¦ a ¦ b', 'p Below|'],
} satisfies EditorCase;
