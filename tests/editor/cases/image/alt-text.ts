import { setPictureAlt } from '../../../../renderer/editor/commands/figures.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'A description is kept without the space around it',
  input: ['img pump.png ¦ · ¦ |'],
  run: (editor) => {
    setPictureAlt(editor, 'block-1', '  پمپ از کنار  ');
  },
  output: ['img pump.png ¦ پمپ از کنار ¦ |'],
} satisfies EditorCase;
