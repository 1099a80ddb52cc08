import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'The next line runs the way chosen for this one',
  input: ['p.rtl 12|'],
  run: (editor) => {
    editor.insertBreak();
  },
  output: ['p.rtl 12', 'p.rtl |'],
} satisfies EditorCase;
