import { duplicateSpan, spanAt } from '../../../../renderer/editor/commands/move.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'A copy of the first item counts on',
  input: ['ol.3 |three', 'ol four'],
  run: (editor) => {
    duplicateSpan(editor, spanAt(editor, 0));
  },
  output: ['ol.3 three', 'ol |three', 'ol four'],
} satisfies EditorCase;
