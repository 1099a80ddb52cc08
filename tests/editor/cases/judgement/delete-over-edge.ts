import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'From the text above into a judgement, the words go and the parts stay',
  input: ['p Ab‹ove', 'judge hum ¦ he›at'],
  run: (editor) => {
    editor.deleteFragment();
  },
  output: ['p Ab|', 'judge · ¦ at ¦ · ¦ · ¦ ·'],
} satisfies EditorCase;
