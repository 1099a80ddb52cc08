import type { EditorCase } from '../../editor-case.ts';
import { type } from '../../editor-case.ts';

export default {
  says: 'A caption is written like any line',
  input: ['img pump.png ¦ · ¦ See {@person Anna}|'],
  run: (editor) => {
    type(editor, ' **now**');
  },
  output: ['img pump.png ¦ · ¦ See {@person Anna} {b:now|}'],
} satisfies EditorCase;
