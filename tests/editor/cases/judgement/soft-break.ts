import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Shift+Enter breaks the line in a part',
  input: ['judge hum|'],
  run: (editor) => {
    editor.insertSoftBreak();
    type(editor, 'x');
  },
  output: ['judge hum⏎x| ¦ · ¦ · ¦ · ¦ ·'],
} satisfies EditorCase;
