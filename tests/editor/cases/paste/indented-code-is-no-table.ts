import { type EditorCase, pasteText } from '../../editor-case.ts';

export default {
  says: 'Indented lines are no table',
  input: ['p |'],
  run: (editor) => {
    pasteText(editor, '\tif x:\n\ty()');
  },
  output: ['p \tif x:', 'p \ty()|'],
} satisfies EditorCase;
