import { flipDirection } from '../../../../renderer/editor/commands/blocks.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'A Persian line turned is left to right by hand',
  input: ['p سل|ام'],
  run: (editor) => {
    flipDirection(editor);
  },
  output: ['p.ltr سل|ام'],
} satisfies EditorCase;
