import { setDirection } from '../../../../renderer/editor/commands/blocks.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Direction can be given back to the letters',
  input: ['p.ltr سل|ام'],
  run: (editor) => {
    setDirection(editor, undefined);
  },
  output: ['p سل|ام'],
} satisfies EditorCase;
