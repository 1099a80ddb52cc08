import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Enter in a caption goes on below, and the caption stays whole',
  input: ['img pump.png ¦ A pump ¦ Old| one', 'p Next'],
  run: (editor) => {
    editor.insertBreak();
  },
  output: ['img pump.png ¦ A pump ¦ Old one', 'p |', 'p Next'],
  ids: ['block-1', 'fresh-1', 'block-2'],
} satisfies EditorCase;
