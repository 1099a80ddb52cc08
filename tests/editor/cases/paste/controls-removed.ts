import { type EditorCase, pasteText } from '../../editor-case.ts';

export default {
  says: 'Control characters are left out, joiners stay',
  input: ['p |'],
  run: (editor) => {
    pasteText(editor, 'a\u0000b\u0007 می\u200cخواهم');
  },
  output: ['p ab می‌خواهم|'],
} satisfies EditorCase;
