import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Undo gives the fence back',
  input: ['p |'],
  run: (editor) => {
    type(editor, '```sql\n');
    editor.undo();
  },
  output: ['p ```sql|'],
} satisfies EditorCase;
