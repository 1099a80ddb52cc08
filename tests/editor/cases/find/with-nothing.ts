import type { EditorCase } from '../../editor-case.ts';
import { replaceAll } from '../../find-steps.ts';

export default {
  says: 'Replacing with nothing takes the words away',
  input: ['p a pump b', 'h2 pump', 'p |'],
  run: (editor) => {
    replaceAll(editor, 'pump', '');
  },
  output: ['p a  b', 'h2', 'p |'],
} satisfies EditorCase;
