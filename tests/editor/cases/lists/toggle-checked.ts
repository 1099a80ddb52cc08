import { toggleChecked } from '../../../../renderer/editor/commands/blocks.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Ticking and unticking',
  input: ['todo One|', 'done Two'],
  run: (editor) => {
    toggleChecked(editor, 0);
    toggleChecked(editor, 1);
  },
  output: ['done One|', 'todo Two'],
} satisfies EditorCase;
