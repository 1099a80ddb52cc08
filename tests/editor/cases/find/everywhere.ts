import type { EditorCase } from '../../editor-case.ts';
import { replaceAll } from '../../find-steps.ts';

export default {
  says: 'Lists, headings, quotes and code are searched alike',
  input: ['h1 pump', 'ul+1 pump', 'quote pump', 'code pump⏎x', 'hr', 'p end|'],
  run: (editor) => {
    replaceAll(editor, 'pump', 'valve');
  },
  output: ['h1 valve', 'ul+1 valve', 'quote valve', 'code valve⏎x', 'hr', 'p end|'],
} satisfies EditorCase;
