import { stepCell } from '../../../../renderer/editor/commands/table.ts';
import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Typing in two cells is taken back cell by cell',
  input: ['table | ¦ ·'],
  run: (editor) => {
    type(editor, 'ab');
    stepCell(editor, 1);
    // A pause, as between two keys.
    editor.operations = [];
    type(editor, 'cd');
    editor.operations = [];
    editor.undo();
  },
  output: ['table ab ¦ |'],
} satisfies EditorCase;
