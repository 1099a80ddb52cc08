import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'A number typed in a bulleted item makes it a numbered one',
  input: ['ul |pump'],
  run: (editor) => {
    type(editor, '7. ');
  },
  output: ['ol.7 |pump'],
} satisfies EditorCase;
