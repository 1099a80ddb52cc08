import type { EditorCase } from '../../editor-case.ts';
import { replaceAll } from '../../find-steps.ts';

export default {
  says: 'No match reaches across a mention',
  input: ['p one {@person M}two|'],
  run: (editor) => {
    replaceAll(editor, 'one two', 'x');
  },
  output: ['p one {@person M}two|'],
} satisfies EditorCase;
