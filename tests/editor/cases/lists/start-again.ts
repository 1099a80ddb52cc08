import { startListAt } from '../../../../renderer/editor/commands/list-start.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'An item in the middle begins again at one',
  input: ['ol one', 'ol |two', 'ol three'],
  run: (editor) => {
    startListAt(editor, 1);
  },
  output: ['ol one', 'ol.1 |two', 'ol three'],
} satisfies EditorCase;
