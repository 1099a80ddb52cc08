import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Backspace at the very top changes nothing',
  input: ['p |One'],
  run: (editor) => {
    editor.deleteBackward('character');
  },
  output: ['p |One'],
} satisfies EditorCase;
