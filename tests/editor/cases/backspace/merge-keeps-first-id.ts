import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Two paragraphs grow together under the id of the first',
  input: ['p One', 'p |Two'],
  run: (editor) => {
    editor.deleteBackward('character');
  },
  output: ['p One|Two'],
  ids: ['block-1'],
} satisfies EditorCase;
