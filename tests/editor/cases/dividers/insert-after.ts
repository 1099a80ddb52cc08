import { insertDivider } from '../../../../renderer/editor/commands/blocks.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'A dividing line stands after the block',
  input: ['p On|e'],
  run: (editor) => {
    insertDivider(editor);
  },
  output: ['p One', 'hr', 'p |'],
} satisfies EditorCase;
