import type { EditorCase } from '../../editor-case.ts';
import { replaceAll } from '../../find-steps.ts';

export default {
  says: 'Chinese is found inside a line without spaces',
  input: ['p 先断电再看断电|'],
  run: (editor) => {
    replaceAll(editor, '断电', '关机');
  },
  output: ['p 先关机再看关机|'],
} satisfies EditorCase;
