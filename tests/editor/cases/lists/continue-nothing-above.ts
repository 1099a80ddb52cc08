import { continueList } from '../../../../renderer/editor/commands/list-start.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'The first list of a text has nothing to go on from',
  input: ['ul x', 'ol |one'],
  run: (editor) => {
    continueList(editor);
  },
  output: ['ul x', 'ol |one'],
} satisfies EditorCase;
