import { indentList } from '../../../../renderer/editor/commands/blocks.ts';
import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'A list after a table is a list of its own: its first item stays at the edge',
  input: ['ol one', 'table a ¦ b', 'ol two|'],
  run: (editor) => {
    indentList(editor, 1);
    type(editor, ' x');
  },
  output: ['ol one', 'table a ¦ b', 'ol two x|'],
} satisfies EditorCase;
