import { moveSection } from '../../../../renderer/editor/outline/sections.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'The last one cannot go further',
  input: ['h1 A', 'h1 B|'],
  run: (editor) => {
    moveSection(editor, 1, 1);
  },
  output: ['h1 A', 'h1 B|'],
} satisfies EditorCase;
