import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Undo takes a line or so, not the whole paragraph',
  input: ['p |'],
  run: (editor) => {
    type(editor, 'The pump hums and does not turn at all today');
    editor.undo();
  },
  output: ['p The pump hums and does not |'],
} satisfies EditorCase;
