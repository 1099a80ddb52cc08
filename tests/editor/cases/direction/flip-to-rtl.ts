import { flipDirection } from '../../../../renderer/editor/commands/blocks.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Turning a line the other way writes it down',
  input: ['p He|llo'],
  run: (editor) => {
    flipDirection(editor);
  },
  output: ['p.rtl He|llo'],
} satisfies EditorCase;
