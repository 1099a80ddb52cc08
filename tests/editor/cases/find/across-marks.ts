import type { EditorCase } from '../../editor-case.ts';
import { replaceAll } from '../../find-steps.ts';

export default {
  says: 'A match across marks takes the marks of its first letter',
  input: ['p a {b:bo}ld{i:er} b|'],
  run: (editor) => {
    replaceAll(editor, 'bolder', 'new');
  },
  output: ['p a {b:new} b|'],
} satisfies EditorCase;
