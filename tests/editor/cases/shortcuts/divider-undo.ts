import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Undo gives the dashes back',
  input: ['p |'],
  run: (editor) => {
    type(editor, '---\n');
    editor.undo();
  },
  output: ['p ---|'],
} satisfies EditorCase;
