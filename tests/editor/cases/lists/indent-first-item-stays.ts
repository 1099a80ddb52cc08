import { indentList } from '../../../../renderer/editor/commands/blocks.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'The first item has nothing to be a child of',
  input: ['ul O|ne'],
  run: (editor) => {
    indentList(editor, 1);
  },
  output: ['ul O|ne'],
} satisfies EditorCase;
