import { type EditorCase, pasteText } from '../../editor-case.ts';

export default {
  says: 'A log with a dash and a star stays what it is',
  input: ['p |'],
  run: (editor) => {
    pasteText(editor, '2026-01-02 a * b\n- only one');
  },
  output: ['p 2026-01-02 a * b', 'p - only one|'],
} satisfies EditorCase;
