import { insertTable } from '../../../../renderer/editor/commands/blocks.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'A table is three columns with names, in place of the empty line',
  input: ['p Above', 'p |'],
  run: (editor) => {
    insertTable(editor);
  },
  output: ['p Above', 'table.header | ¦ · ¦ · // · ¦ · ¦ · // · ¦ · ¦ ·'],
} satisfies EditorCase;
