import { stepCell } from '../../../../renderer/editor/commands/table.ts';
import { compose, type EditorCase } from '../../editor-case.ts';

export default {
  says: 'What an input method commits in a cell arrives in the cell',
  input: ['table.header 名称 ¦ | // · ¦ ·'],
  run: (editor) => {
    compose(editor, '断电 # ');
    stepCell(editor, 1);
    compose(editor, 'ปั๊ม');
  },
  output: ['table.header 名称 ¦ 断电 #  // ปั๊ม| ¦ ·'],
} satisfies EditorCase;
