import { moveSection } from '../../../../renderer/editor/outline/sections.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Only headings head a section',
  input: ['p a|', 'p b'],
  run: (editor) => {
    moveSection(editor, 0, 1);
  },
  output: ['p a|', 'p b'],
} satisfies EditorCase;
