import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Enter goes to the next part, also from the middle of a line',
  input: ['judge h|um ¦ heat'],
  run: (editor) => {
    type(editor, '\nx');
  },
  output: ['judge hum ¦ heatx| ¦ · ¦ · ¦ ·'],
} satisfies EditorCase;
