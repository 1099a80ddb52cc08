import { indentList } from '../../../../renderer/editor/commands/blocks.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Tab makes an item a child of the one above',
  input: ['ul One', 'ul Tw|o'],
  run: (editor) => {
    indentList(editor, 1);
  },
  output: ['ul One', 'ul+1 Tw|o'],
} satisfies EditorCase;
