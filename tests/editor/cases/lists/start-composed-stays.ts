import { compose, type EditorCase } from '../../editor-case.ts';

export default {
  says: 'A number that an input method commits with its space stays as it is',
  input: ['p |'],
  run: (editor) => {
    compose(editor, '3. ');
  },
  output: ['p 3. |'],
} satisfies EditorCase;
