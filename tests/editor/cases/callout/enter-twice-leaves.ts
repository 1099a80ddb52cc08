import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Enter on an empty line at the end leaves the callout',
  input: ['callout.tip Hot|'],
  run: (editor) => {
    type(editor, '\n\nBelow');
  },
  output: ['callout.tip Hot', 'p Below|'],
} satisfies EditorCase;
