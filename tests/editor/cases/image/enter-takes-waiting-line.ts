import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Enter in a caption takes the empty line that is there already',
  input: ['img pump.png ¦ A pump ¦ Old|', 'p'],
  run: (editor) => {
    editor.insertBreak();
  },
  output: ['img pump.png ¦ A pump ¦ Old', 'p |'],
  ids: ['block-1', 'block-2'],
} satisfies EditorCase;
