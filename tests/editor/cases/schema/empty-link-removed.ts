import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'A link with no words left goes away',
  input: ['p a {a https://x.org:‹link›} b'],
  run: (editor) => {
    editor.deleteFragment();
    editor.insertText('c');
  },
  output: ['p a c| b'],
} satisfies EditorCase;
