import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'A sign in the middle of a line is only a sign',
  input: ['p Item |'],
  run: (editor) => {
    type(editor, '# 3');
  },
  output: ['p Item # 3|'],
} satisfies EditorCase;
