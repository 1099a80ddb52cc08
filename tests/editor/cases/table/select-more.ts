import { selectMore } from '../../../../renderer/editor/commands/select-more.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Ctrl+A selects the cell, then the table, then everything',
  input: ['p Above', 'table a|b ¦ c'],
  run: (editor) => {
    selectMore(editor);
    selectMore(editor);
    selectMore(editor);
    editor.deleteFragment();
  },
  output: ['p |'],
} satisfies EditorCase;
