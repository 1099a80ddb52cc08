import { type EditorCase, pasteText } from '../../editor-case.ts';

export default {
  says: 'One line flows into the line',
  input: ['p Be|fore'],
  run: (editor) => {
    pasteText(editor, 'ing there ');
  },
  output: ['p Being there |fore'],
} satisfies EditorCase;
