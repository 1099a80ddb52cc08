import { indentList } from '../../../../renderer/editor/commands/blocks.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Shift and Tab takes all selected items one step out',
  input: ['ul One', 'ul+1 T‹wo', 'ul+1 Thr›ee'],
  run: (editor) => {
    indentList(editor, -1);
  },
  output: ['ul One', 'ul T‹wo', 'ul Thr›ee'],
} satisfies EditorCase;
