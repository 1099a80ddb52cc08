import { setPictureWidth } from '../../../../renderer/editor/commands/figures.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'A picture can have its own width again',
  input: ['img.40 pump.png ¦ A pump ¦ |'],
  run: (editor) => {
    setPictureWidth(editor, 'block-1', undefined);
  },
  output: ['img pump.png ¦ A pump ¦ |'],
} satisfies EditorCase;
