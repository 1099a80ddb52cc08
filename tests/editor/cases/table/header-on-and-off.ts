import { toggleHeader } from '../../../../renderer/editor/commands/table.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'The first row names the columns, or does not',
  input: ['table a| ¦ b // c ¦ d'],
  run: (editor) => {
    toggleHeader(editor);
    toggleHeader(editor);
    toggleHeader(editor);
  },
  output: ['table.header a| ¦ b // c ¦ d'],
} satisfies EditorCase;
