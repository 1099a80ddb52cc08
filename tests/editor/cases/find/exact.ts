import type { EditorCase } from '../../editor-case.ts';
import { replaceAll } from '../../find-steps.ts';

export default {
  says: 'Letter for letter finds only these letters',
  input: ['p Pump and pump|'],
  run: (editor) => {
    replaceAll(editor, 'pump', 'valve', { exact: true });
  },
  output: ['p Pump and valve|'],
} satisfies EditorCase;
