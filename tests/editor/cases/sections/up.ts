import { moveSection } from '../../../../renderer/editor/outline/sections.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'And above the one before it',
  input: ['p lead', 'h2 A', 'h3 A1', 'h2 B|'],
  run: (editor) => {
    moveSection(editor, 3, -1);
  },
  output: ['p lead', 'h2 B|', 'h2 A', 'h3 A1'],
} satisfies EditorCase;
