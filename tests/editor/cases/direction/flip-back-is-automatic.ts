import { flipDirection } from '../../../../renderer/editor/commands/blocks.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Turning back gives the choice back to the letters',
  input: ['p.rtl He|llo'],
  run: (editor) => {
    flipDirection(editor);
  },
  output: ['p He|llo'],
} satisfies EditorCase;
