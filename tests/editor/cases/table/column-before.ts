import { addColumn } from '../../../../renderer/editor/commands/table.ts';
import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'A column is added before, in every row',
  input: ['table.header a ¦ b| // c ¦ d'],
  run: (editor) => {
    addColumn(editor, 'before');
    type(editor, 'x');
  },
  output: ['table.header a ¦ x| ¦ b // c ¦ · ¦ d'],
} satisfies EditorCase;
