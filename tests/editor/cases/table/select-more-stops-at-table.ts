import { selectMore } from '../../../../renderer/editor/commands/select-more.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'The second Ctrl+A has selected the table only',
  input: ['p Above', 'table a|b ¦ c', 'p Below'],
  run: (editor) => {
    selectMore(editor);
    selectMore(editor);
  },
  output: ['p Above', 'table ‹ab ¦ c›', 'p Below'],
} satisfies EditorCase;
