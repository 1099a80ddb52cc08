import { compose, type EditorCase } from '../../editor-case.ts';

export default {
  says: 'Nothing changes while an input method composes',
  input: ['p -|'],
  run: (editor) => {
    compose(editor, ' ');
    compose(editor, '**x**');
  },
  output: ['p - **x**|'],
} satisfies EditorCase;
