import type { EditorCase } from '../../editor-case.ts';
import { replaceAll } from '../../find-steps.ts';

export default {
  says: 'Thai words are told apart by the dictionary',
  input: ['p ปั๊มมีเสียง|'],
  run: (editor) => {
    replaceAll(editor, 'มี', 'ไม่มี', { wholeWords: true });
  },
  output: ['p ปั๊มไม่มีเสียง|'],
} satisfies EditorCase;
