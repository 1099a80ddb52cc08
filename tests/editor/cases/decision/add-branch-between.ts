import { addBranch } from '../../../../renderer/editor/commands/parts.ts';
import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'A branch is added behind the one the cursor is in',
  input: ['decide q ¦ a| ¦ b ¦ c ¦ d'],
  run: (editor) => {
    addBranch(editor);
    type(editor, 'x');
  },
  output: ['decide q ¦ a ¦ b ¦ x| ¦ · ¦ c ¦ d'],
} satisfies EditorCase;
