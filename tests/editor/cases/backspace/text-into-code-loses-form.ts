import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'What grows into a code block becomes plain letters',
  input: ['code ls', 'p |{b:bold} and {a https://x.org:link} {@person Ann}'],
  run: (editor) => {
    editor.deleteBackward('character');
  },
  output: ['code ls|bold and link Ann'],
} satisfies EditorCase;
