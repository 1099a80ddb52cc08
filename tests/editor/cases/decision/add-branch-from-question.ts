import { addBranch } from '../../../../renderer/editor/commands/parts.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'From the question, the new branch is the first',
  input: ['decide q| ¦ a ¦ b'],
  run: (editor) => {
    addBranch(editor);
  },
  output: ['decide q ¦ | ¦ · ¦ a ¦ b'],
} satisfies EditorCase;
