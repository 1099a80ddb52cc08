import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'When the first item becomes text, the next one begins the list',
  input: ['ol.3 |three', 'ol four', 'ol five'],
  run: (editor) => {
    editor.deleteBackward('character');
  },
  output: ['p |three', 'ol.3 four', 'ol five'],
} satisfies EditorCase;
