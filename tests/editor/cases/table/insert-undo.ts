import { insertTable } from '../../../../renderer/editor/commands/blocks.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Putting in a table is one step to undo',
  input: ['p Above', 'p |'],
  run: (editor) => {
    insertTable(editor);
    editor.undo();
  },
  output: ['p Above', 'p |'],
  ids: ['block-1', 'block-2'],
} satisfies EditorCase;
