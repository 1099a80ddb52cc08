import { stepPart } from '../../../../renderer/editor/commands/parts.ts';
import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Tab and Shift+Tab go from part to part and stop at the ends',
  input: ['judge a| ¦ b'],
  run: (editor) => {
    stepPart(editor, 1);
    stepPart(editor, 1);
    stepPart(editor, -1);
    type(editor, 'x');
  },
  output: ['judge a ¦ bx| ¦ · ¦ · ¦ ·'],
} satisfies EditorCase;
