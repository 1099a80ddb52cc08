import { removeRows } from '../../../../renderer/editor/commands/table.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'The selected rows go',
  input: ['table a ¦ b // c‹ ¦ d // e ¦ f› // g ¦ h'],
  run: (editor) => {
    removeRows(editor);
  },
  output: ['table a| ¦ b // g ¦ h'],
} satisfies EditorCase;
