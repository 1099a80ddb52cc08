import { moveSection } from '../../../../renderer/editor/outline/sections.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Nor downwards',
  input: ['h1 A', 'h2 A1|', 'h1 B', 'h2 B1'],
  run: (editor) => {
    moveSection(editor, 1, 1);
  },
  output: ['h1 A', 'h2 A1|', 'h1 B', 'h2 B1'],
} satisfies EditorCase;
