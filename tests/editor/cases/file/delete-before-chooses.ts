import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Delete before a file only chooses it',
  input: ['p Text|', 'file manual.pdf ¦ page 4'],
  run: (editor) => {
    editor.deleteForward('character');
  },
  output: ['p Text', 'file manual.pdf ¦ |page 4'],
} satisfies EditorCase;
