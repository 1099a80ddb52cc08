import { compose, type EditorCase } from '../../editor-case.ts';

export default {
  says: 'What an input method committed is taken back in steps as well',
  input: ['p |'],
  run: (editor) => {
    for (let at = 0; at < 20; at += 1) compose(editor, '断电');
    editor.undo();
  },
  output: ['p 断电断电断电断电断电断电断电断电断电断电断电断电|'],
} satisfies EditorCase;
