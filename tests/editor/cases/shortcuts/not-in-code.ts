import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Signs in code are code',
  input: ['code |'],
  run: (editor) => {
    type(editor, '# **x** ');
  },
  output: ['code # **x** |'],
} satisfies EditorCase;
