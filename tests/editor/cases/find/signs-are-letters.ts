import type { EditorCase } from '../../editor-case.ts';
import { replaceAll } from '../../find-steps.ts';

export default {
  says: 'Signs of patterns are only signs',
  input: ['p cost (a.b) [x] \\d a+b|'],
  run: (editor) => {
    replaceAll(editor, '(a.b) [x]', 'ok');
  },
  output: ['p cost ok \\d a+b|'],
} satisfies EditorCase;
