import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Enter in the words under a sound goes on below',
  input: ['audio hum.ogg ¦ A |hum'],
  run: (editor) => {
    editor.insertBreak();
  },
  output: ['audio hum.ogg ¦ A hum', 'p |'],
} satisfies EditorCase;
