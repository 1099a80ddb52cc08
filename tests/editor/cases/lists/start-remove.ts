import { removeSpan, spanAt } from '../../../../renderer/editor/commands/move.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'When the first item is deleted, the next one begins the list',
  input: ['ol.3 |three', 'ol+1 inner', 'ol four'],
  run: (editor) => {
    removeSpan(editor, spanAt(editor, 0));
  },
  output: ['ol.3 |four'],
} satisfies EditorCase;
