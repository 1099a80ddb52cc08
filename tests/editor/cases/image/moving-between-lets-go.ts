import { Transforms } from 'slate';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Moving the cursor in between lets the picture go: the next Backspace is a letter',
  input: ['img pump.png ¦ A pump ¦ Old', 'p |Text'],
  run: (editor) => {
    editor.deleteBackward('character');
    Transforms.move(editor, { distance: 2 });
    editor.deleteBackward('character');
  },
  output: ['img pump.png ¦ A pump ¦ O|d', 'p Text'],
} satisfies EditorCase;
