import { continueList } from '../../../../renderer/editor/commands/list-start.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Asked from any item, the whole list goes on',
  input: ['ol one', 'p between', 'ol a', 'ol+1 inner', 'ol |b'],
  run: (editor) => {
    continueList(editor);
  },
  output: ['ol one', 'p between', 'ol.2 a', 'ol+1 inner', 'ol |b'],
} satisfies EditorCase;
