import { toggleBlockKind } from '../../../../renderer/editor/commands/blocks.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Items that are numbered already keep where they begin',
  input: ['ol.3 ‹three', 'ul four›'],
  run: (editor) => {
    toggleBlockKind(editor, 'number');
  },
  output: ['ol.3 ‹three', 'ol four›'],
} satisfies EditorCase;
