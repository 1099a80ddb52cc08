import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Letters typed on a card are not lost in it',
  input: ['card.case |Leak'],
  run: (editor) => {
    editor.insertText('x');
  },
  output: ['card.case |Leak'],
} satisfies EditorCase;
