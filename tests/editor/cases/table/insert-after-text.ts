import { insertTable } from '../../../../renderer/editor/commands/blocks.ts';
import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'After text, a table is put behind it',
  input: ['p Ab|ove', 'p Below'],
  run: (editor) => {
    insertTable(editor);
    type(editor, 'x');
  },
  output: ['p Above', 'table.header x| ¦ · ¦ · // · ¦ · ¦ · // · ¦ · ¦ ·', 'p Below'],
} satisfies EditorCase;
