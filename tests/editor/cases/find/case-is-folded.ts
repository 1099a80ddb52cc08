import type { EditorCase } from '../../editor-case.ts';
import { replaceAll } from '../../find-steps.ts';

export default {
  says: 'Small and large letters are the same, unless asked otherwise',
  input: ['p Pump and PUMP and pump|'],
  run: (editor) => {
    replaceAll(editor, 'pump', 'valve');
  },
  output: ['p valve and valve and valve|'],
} satisfies EditorCase;
