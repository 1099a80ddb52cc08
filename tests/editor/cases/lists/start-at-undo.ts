import { startListAt } from '../../../../renderer/editor/commands/list-start.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Undo gives the old number back',
  input: ['ol.7 |one', 'ol two'],
  run: (editor) => {
    startListAt(editor, 40);
    editor.undo();
  },
  output: ['ol.7 |one', 'ol two'],
} satisfies EditorCase;
