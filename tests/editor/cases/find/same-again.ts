import type { EditorCase } from '../../editor-case.ts';
import { replaceAll } from '../../find-steps.ts';

export default {
  says: 'A replacement that holds the query is not replaced again',
  input: ['p aa a|'],
  run: (editor) => {
    replaceAll(editor, 'a', 'aa');
  },
  output: ['p aaaa aa|'],
} satisfies EditorCase;
