import { startListAt } from '../../../../renderer/editor/commands/list-start.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Asking for the number that is shown anyway leaves no mark',
  input: ['ol one', 'ol.9 |two'],
  run: (editor) => {
    startListAt(editor, 2);
  },
  output: ['ol one', 'ol |two'],
} satisfies EditorCase;
