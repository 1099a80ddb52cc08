import { toggleBlockKind } from '../../../../renderer/editor/commands/blocks.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Dragging over one line does not change the line after it',
  input: ['p ‹One', 'p ›Two'],
  run: (editor) => {
    toggleBlockKind(editor, 'bullet');
  },
  output: ['ul ‹One', 'p ›Two'],
} satisfies EditorCase;
