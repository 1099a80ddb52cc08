import { removeBranch } from '../../../../renderer/editor/commands/parts.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Undo brings a removed branch back',
  input: ['decide q ¦ a ¦ b| ¦ c ¦ d'],
  run: (editor) => {
    removeBranch(editor);
    editor.undo();
  },
  output: ['decide q ¦ a ¦ b| ¦ c ¦ d'],
} satisfies EditorCase;
