import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Delete at the end of a caption never pulls the next line in',
  input: ['img pump.png ¦ A pump ¦ Old|', 'p Next'],
  run: (editor) => {
    editor.deleteForward('character');
  },
  output: ['img pump.png ¦ A pump ¦ |Old', 'p Next'],
} satisfies EditorCase;
