import { indentList } from '../../../../renderer/editor/commands/blocks.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'An item is never more than one step deeper than the one above',
  input: ['ul One', 'ul+1 Tw|o'],
  run: (editor) => {
    indentList(editor, 1);
  },
  output: ['ul One', 'ul+1 Tw|o'],
} satisfies EditorCase;
