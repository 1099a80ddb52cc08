import { type EditorCase, pasteText } from '../../editor-case.ts';

export default {
  says: 'Lines become paragraphs; the first joins, the rest of the line follows',
  input: ['p Be|fore'],
  run: (editor) => {
    pasteText(editor, 'one\r\ntwo\n\nthree');
  },
  output: ['p Beone', 'p two', 'p three|', 'p fore'],
} satisfies EditorCase;
