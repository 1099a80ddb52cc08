import { flipDirection } from '../../../../renderer/editor/commands/blocks.ts';
import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Persian and English cells side by side; joiners are kept, the direction by hand is the table’s',
  input: ['table.header پمپ ¦ Grundfos CR 5 // می‌چرخد| ¦ 12'],
  run: (editor) => {
    type(editor, ' و گرم می‌شود');
    flipDirection(editor);
  },
  output: ['table.header.ltr پمپ ¦ Grundfos CR 5 // می‌چرخد و گرم می‌شود| ¦ 12'],
} satisfies EditorCase;
