import { type EditorCase, pasteText } from '../../editor-case.ts';

export default {
  says: 'A program with a remark stays what it is',
  input: ['p |'],
  run: (editor) => {
    pasteText(editor, '# count\nfor x in y:\n  z = x;\n# done\nreturn z');
  },
  output: ['p # count', 'p for x in y:', 'p   z = x;', 'p # done', 'p return z|'],
} satisfies EditorCase;
