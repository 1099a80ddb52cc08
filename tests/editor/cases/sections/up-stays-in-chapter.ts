import { moveSection } from '../../../../renderer/editor/outline/sections.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'A section does not leave the chapter it belongs to',
  input: ['h1 A', 'p a', 'h2 A1|', 'h1 B'],
  run: (editor) => {
    moveSection(editor, 2, -1);
  },
  output: ['h1 A', 'p a', 'h2 A1|', 'h1 B'],
} satisfies EditorCase;
