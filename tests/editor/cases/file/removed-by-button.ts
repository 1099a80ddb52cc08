import { removeBlockById } from '../../../../renderer/editor/commands/figures.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'The button of a file takes it out and leaves the cursor above',
  input: ['p Above|', 'file manual.pdf ¦ ·', 'p Below'],
  run: (editor) => {
    removeBlockById(editor, 'block-2');
  },
  output: ['p Above|', 'p Below'],
} satisfies EditorCase;
