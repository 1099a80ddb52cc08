import { removeBranch } from '../../../../renderer/editor/commands/parts.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'The branch of the cursor goes, in one step',
  input: ['decide q ¦ a ¦ b| ¦ c ¦ d'],
  run: (editor) => {
    removeBranch(editor);
  },
  output: ['decide q| ¦ c ¦ d'],
} satisfies EditorCase;
