import { moveRows } from '../../../../renderer/editor/commands/table.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Several rows move up together, and stay at the top',
  input: ['table a ¦ b // ‹c ¦ d // e› ¦ f'],
  run: (editor) => {
    moveRows(editor, -1);
    moveRows(editor, -1);
  },
  output: ['table ‹c ¦ d // e› ¦ f // a ¦ b'],
} satisfies EditorCase;
