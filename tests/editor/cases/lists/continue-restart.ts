import { continueList } from '../../../../renderer/editor/commands/list-start.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'A beginning anew is taken back',
  input: ['ol one', 'ol.1 |two'],
  run: (editor) => {
    continueList(editor);
  },
  output: ['ol one', 'ol |two'],
} satisfies EditorCase;
