import { toggleBlockKind } from '../../../../renderer/editor/commands/blocks.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'What is left of the list begins where the whole did',
  input: ['ol.3 ‹three', 'ol four›', 'ol five'],
  run: (editor) => {
    toggleBlockKind(editor, 'bullet');
  },
  output: ['ul ‹three', 'ul four›', 'ol.3 five'],
} satisfies EditorCase;
