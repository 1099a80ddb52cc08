import { type EditorCase, pasteText } from '../../editor-case.ts';

export default {
  says: 'Paragraphs pasted into a callout stay in it',
  input: ['callout.never No|t'],
  run: (editor) => {
    pasteText(editor, 'a\nb');
  },
  output: ['callout.never Noa⏎b|t'],
} satisfies EditorCase;
