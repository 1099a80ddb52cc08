import { moveSection } from '../../../../renderer/editor/outline/sections.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'A section moves below the next one with all it holds',
  input: ['h1 A', 'p a|', 'h2 A1', 'h1 B', 'p b'],
  run: (editor) => {
    moveSection(editor, 0, 1);
  },
  output: ['h1 B', 'p b', 'h1 A', 'p a|', 'h2 A1'],
  ids: ['block-4', 'block-5', 'block-1', 'block-2', 'block-3'],
} satisfies EditorCase;
