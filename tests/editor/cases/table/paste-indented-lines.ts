import { type EditorCase, pasteText } from '../../editor-case.ts';

export default {
  says: 'Lines that are only indented stay words of their cell',
  input: ['table a| ¦ b'],
  run: (editor) => {
    pasteText(editor, '\tif\n\tthen');
  },
  output: ['table a\tif⏎\tthen| ¦ b'],
} satisfies EditorCase;
