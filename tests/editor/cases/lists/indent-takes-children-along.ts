import { indentList } from '../../../../renderer/editor/commands/blocks.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'What hangs below an item moves with it',
  input: ['ul One', 'ul T|wo', 'ul+1 Child', 'ul Three'],
  run: (editor) => {
    indentList(editor, 1);
  },
  output: ['ul One', 'ul+1 T|wo', 'ul+2 Child', 'ul Three'],
} satisfies EditorCase;
