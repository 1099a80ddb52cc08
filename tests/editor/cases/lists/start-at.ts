import { startListAt } from '../../../../renderer/editor/commands/list-start.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'The list begins at the number asked for',
  input: ['ol |one', 'ol two'],
  run: (editor) => {
    startListAt(editor, 40);
  },
  output: ['ol.40 |one', 'ol two'],
} satisfies EditorCase;
