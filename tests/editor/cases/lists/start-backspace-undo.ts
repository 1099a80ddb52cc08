import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Undo gives the list its first item and its number back',
  input: ['ol.3 |three', 'ol four'],
  run: (editor) => {
    editor.deleteBackward('character');
    editor.undo();
  },
  output: ['ol.3 |three', 'ol four'],
} satisfies EditorCase;
