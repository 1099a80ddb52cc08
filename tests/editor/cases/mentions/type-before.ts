import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Letters before a mention at the start of a line',
  input: ['p |{@case Case 9} is like it'],
  run: (editor) => {
    type(editor, 'No, ');
  },
  output: ['p No, |{@case Case 9} is like it'],
} satisfies EditorCase;
