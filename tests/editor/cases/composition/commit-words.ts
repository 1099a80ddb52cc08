import { compose, type EditorCase } from '../../editor-case.ts';

export default {
  says: 'What an input method commits arrives as it is',
  input: ['p 先|'],
  run: (editor) => {
    compose(editor, '断电');
  },
  output: ['p 先断电|'],
} satisfies EditorCase;
