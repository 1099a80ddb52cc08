import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'What GitHub writes at the head of a quote makes a callout',
  input: ['p |'],
  run: (editor) => {
    type(editor, '> [!TIP] Listen');
  },
  output: ['callout.tip Listen|'],
} satisfies EditorCase;
