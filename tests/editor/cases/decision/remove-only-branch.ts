import { removeBranch } from '../../../../renderer/editor/commands/parts.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'The only branch is emptied: a decision without one decides nothing',
  input: ['decide q ¦ a ¦ b|'],
  run: (editor) => {
    removeBranch(editor);
  },
  output: ['decide q ¦ | ¦ ·'],
} satisfies EditorCase;
