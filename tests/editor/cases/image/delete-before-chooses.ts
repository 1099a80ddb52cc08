import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Delete before a picture chooses it',
  input: ['p Text|', 'img pump.png ¦ A pump ¦ Old one'],
  run: (editor) => {
    editor.deleteForward('character');
  },
  output: ['p Text', 'img pump.png ¦ A pump ¦ |Old one'],
} satisfies EditorCase;
