import { chooseBlock, chosenFigure } from '../../../../renderer/editor/commands/figures.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Only figures and cards can be chosen as a whole',
  input: ['p |Text', 'hr'],
  run: (editor) => {
    if (chooseBlock(editor, 0) || chooseBlock(editor, 1) || chosenFigure(editor)) editor.insertText('wrong');
  },
  output: ['p |Text', 'hr'],
} satisfies EditorCase;
