import { setPictureWidth } from '../../../../renderer/editor/commands/figures.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'A width is a whole number from 10 to 99; all of it is none',
  input: ['img pump.png ¦ A pump ¦ |', 'img b.png ¦ · ¦ ·'],
  run: (editor) => {
    setPictureWidth(editor, 'block-1', 3.7);
    setPictureWidth(editor, 'block-2', 250);
  },
  output: ['img.10 pump.png ¦ A pump ¦ |', 'img b.png ¦ · ¦ ·'],
} satisfies EditorCase;
