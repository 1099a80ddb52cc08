import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Room made above the first item takes the beginning of the list',
  input: ['ol.3 |three', 'ol four'],
  run: (editor) => {
    editor.insertBreak();
  },
  output: ['ol.3', 'ol |three', 'ol four'],
  ids: ['fresh-1', 'block-1', 'block-2'],
} satisfies EditorCase;
