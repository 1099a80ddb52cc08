import { toggleBlockKind } from '../../../../renderer/editor/commands/blocks.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Several paragraphs become a list',
  input: ['p O‹ne', 'h1 Two', 'p Thr›ee'],
  run: (editor) => {
    toggleBlockKind(editor, 'number');
  },
  output: ['ol O‹ne', 'ol Two', 'ol Thr›ee'],
  ids: ['block-1', 'block-2', 'block-3'],
} satisfies EditorCase;
