import { toggleBlockKind } from '../../../../renderer/editor/commands/blocks.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'A list becomes paragraphs again',
  input: ['ol O‹ne', 'ol Tw›o'],
  run: (editor) => {
    toggleBlockKind(editor, 'number');
  },
  output: ['p O‹ne', 'p Tw›o'],
} satisfies EditorCase;
