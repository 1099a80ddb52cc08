import type { EditorCase } from '../../editor-case.ts';
import { replaceAll } from '../../find-steps.ts';

export default {
  says: 'Whole words leave longer words alone',
  input: ['p pump, pumps and (pump)|'],
  run: (editor) => {
    replaceAll(editor, 'pump', 'valve', { wholeWords: true });
  },
  output: ['p valve, pumps and (valve)|'],
} satisfies EditorCase;
