import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'An empty line above goes away; the heading stays a heading',
  input: ['p', 'p |Text'],
  run: (editor) => {
    editor.deleteBackward('character');
  },
  output: ['p |Text'],
  ids: ['block-2'],
} satisfies EditorCase;
