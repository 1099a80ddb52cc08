import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Typing over bold words stays bold',
  input: ['p a {b:‹old›} c'],
  run: (editor) => {
    type(editor, 'new');
  },
  output: ['p a {b:new|} c'],
} satisfies EditorCase;
