import type { EditorCase } from '../../editor-case.ts';
import { replaceAll } from '../../find-steps.ts';

export default {
  says: 'Arabic and Persian yeh and kaf are one letter, and so are the digits',
  input: ['p كليد ۱۲ و کلید 12|'],
  run: (editor) => {
    replaceAll(editor, 'کلید ۱۲', 'شیر');
  },
  output: ['p شیر و شیر|'],
} satisfies EditorCase;
