import { moveSection } from '../../../../renderer/editor/outline/sections.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'One undo takes it back',
  input: ['h1 A|', 'p a', 'h1 B', 'p b', 'p c'],
  run: (editor) => {
    moveSection(editor, 2, -1);
    editor.undo();
  },
  output: ['h1 A|', 'p a', 'h1 B', 'p b', 'p c'],
} satisfies EditorCase;
