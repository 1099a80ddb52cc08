import { continueList } from '../../../../renderer/editor/commands/list-start.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'A list goes on from one that stands as deep',
  input: ['ol one', 'ol+1 a', 'ol+1 b', 'p between', 'ol |x'],
  run: (editor) => {
    continueList(editor);
  },
  output: ['ol one', 'ol+1 a', 'ol+1 b', 'p between', 'ol.2 |x'],
} satisfies EditorCase;
