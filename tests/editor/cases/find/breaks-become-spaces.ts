import type { EditorCase } from '../../editor-case.ts';
import { replaceAll } from '../../find-steps.ts';

export default {
  says: 'A line break in the new words becomes a space, but in code',
  input: ['p x', 'code x', 'p |'],
  run: (editor) => {
    replaceAll(editor, 'x', 'a\nb');
  },
  output: ['p a b', 'code a⏎b', 'p |'],
} satisfies EditorCase;
