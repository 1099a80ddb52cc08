import { removeColumns } from '../../../../renderer/editor/commands/table.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'The selected column goes from every row',
  input: ['table a ¦ b| ¦ c // d ¦ e ¦ f'],
  run: (editor) => {
    removeColumns(editor);
  },
  output: ['table a| ¦ c // d ¦ f'],
} satisfies EditorCase;
