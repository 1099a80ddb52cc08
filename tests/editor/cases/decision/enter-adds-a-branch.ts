import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Enter behind what to do adds a branch',
  input: ['decide q ¦ a ¦ b|'],
  run: (editor) => {
    type(editor, '\nc\nd');
  },
  output: ['decide q ¦ a ¦ b ¦ c ¦ d|'],
} satisfies EditorCase;
