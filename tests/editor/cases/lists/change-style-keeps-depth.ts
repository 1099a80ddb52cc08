import { toggleBlockKind } from '../../../../renderer/editor/commands/blocks.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Another style of list keeps the depth and forgets the tick',
  input: ['done+2 On|e'],
  run: (editor) => {
    toggleBlockKind(editor, 'bullet');
  },
  output: ['ul+2 On|e'],
} satisfies EditorCase;
