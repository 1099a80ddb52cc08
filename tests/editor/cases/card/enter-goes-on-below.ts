import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Enter on a card goes on below it',
  input: ['card.case |Leak', 'p Next'],
  run: (editor) => {
    editor.insertBreak();
  },
  output: ['card.case Leak', 'p |', 'p Next'],
} satisfies EditorCase;
