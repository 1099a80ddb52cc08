import { type EditorCase, pasteText } from '../../editor-case.ts';

export default {
  says: 'An address pasted on words links them',
  input: ['p the ‹manual›'],
  run: (editor) => {
    pasteText(editor, 'https://x.org/m');
  },
  output: ['p the {a https://x.org/m:‹manual›}'],
} satisfies EditorCase;
