import { Transforms } from 'slate';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'A start on anything but a number goes away',
  input: ['ul |x'],
  run: (editor) => {
    Transforms.setNodes(editor, { start: 4 }, { at: [0] });
  },
  output: ['ul |x'],
} satisfies EditorCase;
