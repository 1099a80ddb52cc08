import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Undo gives the asterisks back',
  input: ['p |'],
  run: (editor) => {
    type(editor, '**bold**');
    editor.undo();
  },
  output: ['p **bold**|'],
} satisfies EditorCase;
