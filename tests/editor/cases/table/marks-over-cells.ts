import { toggleMark } from '../../../../renderer/editor/commands/marks.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'A mark goes on the words of all selected cells',
  input: ['table ‹a ¦ b // c› ¦ d'],
  run: (editor) => {
    toggleMark(editor, 'bold');
  },
  output: ['table {b:‹a} ¦ {b:b} // {b:c›} ¦ d'],
} satisfies EditorCase;
