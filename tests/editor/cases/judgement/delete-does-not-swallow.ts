import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Delete at the end of the last part does not swallow what follows',
  input: ['judge a ¦ b ¦ c ¦ d ¦ e|', 'p Below'],
  run: (editor) => {
    editor.deleteForward('character');
  },
  output: ['judge a ¦ b ¦ c ¦ d ¦ e|', 'p Below'],
} satisfies EditorCase;
