import type { EditorCase } from '../../editor-case.ts';
import { type } from '../../editor-case.ts';

export default {
  says: 'A Persian caption keeps its letters and its picture',
  input: ['img pump.png ¦ · ¦ |'],
  run: (editor) => {
    type(editor, 'پمپ Grundfos');
  },
  output: ['img pump.png ¦ · ¦ پمپ Grundfos|'],
} satisfies EditorCase;
