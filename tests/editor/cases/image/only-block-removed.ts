import { chooseBlock } from '../../../../renderer/editor/commands/figures.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Taking the only picture away leaves a line to write in',
  input: ['img pump.png ¦ · ¦ |'],
  run: (editor) => {
    chooseBlock(editor, 0);
    editor.deleteBackward('character');
  },
  output: ['p |'],
} satisfies EditorCase;
