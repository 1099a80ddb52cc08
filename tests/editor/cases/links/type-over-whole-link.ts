import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Typing over a selected link leaves no link',
  input: ['p see {a https://x.org:‹here›} now'],
  run: (editor) => {
    type(editor, 'it');
  },
  output: ['p see it| now'],
} satisfies EditorCase;
