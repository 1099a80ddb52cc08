import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Delete on an empty line pulls the heading up as a heading',
  input: ['p |', 'h1 Title'],
  run: (editor) => {
    editor.deleteForward('character');
  },
  output: ['h1 |Title'],
  ids: ['block-2'],
} satisfies EditorCase;
