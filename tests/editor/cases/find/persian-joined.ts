import type { EditorCase } from '../../editor-case.ts';
import { replaceAll } from '../../find-steps.ts';

export default {
  says: 'A zero-width non-joiner, a space or nothing join the parts of a word',
  input: ['p می‌خواهم می خواهم میخواهم|'],
  run: (editor) => {
    replaceAll(editor, 'می‌خواهم', 'باید');
  },
  output: ['p باید باید باید|'],
} satisfies EditorCase;
