import { toggleBlockKind } from '../../../../renderer/editor/commands/blocks.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'A list that is counted no more forgets where it began',
  input: ['ol.3 |three'],
  run: (editor) => {
    toggleBlockKind(editor, 'bullet');
  },
  output: ['ul |three'],
} satisfies EditorCase;
