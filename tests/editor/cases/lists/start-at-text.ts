import { startListAt } from '../../../../renderer/editor/commands/list-start.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Words that are no list have no number',
  input: ['p |one'],
  run: (editor) => {
    startListAt(editor, 4);
  },
  output: ['p |one'],
} satisfies EditorCase;
