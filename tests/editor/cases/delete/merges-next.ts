import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Delete at the end pulls the next block in, under the first id',
  input: ['ul One|', 'p Two'],
  run: (editor) => {
    editor.deleteForward('character');
  },
  output: ['ul One|Two'],
  ids: ['block-1'],
} satisfies EditorCase;
