import { type EditorCase, paste } from '../../editor-case.ts';

export default {
  says: 'Boxes drawn as letters can be ticked',
  input: ['p |'],
  run: (editor) => {
    paste(editor, '<p>☐ open</p><p>☑ done</p>');
  },
  output: ['todo open', 'done done|'],
} satisfies EditorCase;
