import { type EditorCase, paste } from '../../editor-case.ts';

export default {
  says: 'What is marked in Word is marked here',
  input: ['p |'],
  run: (editor) => {
    paste(editor, '<p><span style="background:yellow;mso-highlight:yellow">a</span> b</p>');
  },
  output: ['p {h:a} b|'],
} satisfies EditorCase;
