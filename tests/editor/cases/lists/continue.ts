import { continueList } from '../../../../renderer/editor/commands/list-start.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'A list goes on behind the words that parted it',
  input: ['ol one', 'ol two', 'p between', 'ol |one'],
  run: (editor) => {
    continueList(editor);
  },
  output: ['ol one', 'ol two', 'p between', 'ol.3 |one'],
} satisfies EditorCase;
