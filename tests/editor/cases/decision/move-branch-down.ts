import { moveBranch } from '../../../../renderer/editor/commands/parts.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'A branch moves down as a whole, the cursor with it',
  input: ['decide q ¦ a| ¦ b ¦ c ¦ d'],
  run: (editor) => {
    moveBranch(editor, 1);
    moveBranch(editor, 1);
  },
  output: ['decide q ¦ c ¦ d ¦ a| ¦ b'],
} satisfies EditorCase;
