import { moveSection } from '../../../../renderer/editor/outline/sections.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'A section jumps over a whole section, however it begins',
  input: ['h1 A', 'h3 deep', 'p x', 'h2 B|'],
  run: (editor) => {
    moveSection(editor, 3, -1);
  },
  output: ['h1 A', 'h2 B|', 'h3 deep', 'p x'],
} satisfies EditorCase;
