import { addRow } from '../../../../renderer/editor/commands/table.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'A row is added below the selected ones',
  input: ['table a‹ ¦ b // c› ¦ d // e ¦ f'],
  run: (editor) => {
    addRow(editor, 'below');
  },
  output: ['table a ¦ b // c ¦ d // | ¦ · // e ¦ f'],
} satisfies EditorCase;
