import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'A heading behind a picture becomes text before anything else',
  input: ['img pump.png ¦ A pump ¦ Old', 'h2 |Title'],
  run: (editor) => {
    editor.deleteBackward('character');
  },
  output: ['img pump.png ¦ A pump ¦ Old', 'p |Title'],
} satisfies EditorCase;
