import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Enter before a heading makes an empty line of text, not an empty heading',
  input: ['h1 |Title'],
  run: (editor) => {
    editor.insertBreak();
  },
  output: ['p', 'h1 |Title'],
} satisfies EditorCase;
