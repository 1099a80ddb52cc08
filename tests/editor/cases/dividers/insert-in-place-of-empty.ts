import { insertDivider } from '../../../../renderer/editor/commands/blocks.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'In place of an empty line',
  input: ['p One', 'p |', 'p Two'],
  run: (editor) => {
    insertDivider(editor);
  },
  output: ['p One', 'hr', 'p |Two'],
} satisfies EditorCase;
