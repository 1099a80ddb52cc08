import { compose, type EditorCase } from '../../editor-case.ts';

export default {
  says: 'Thai committed at once keeps its marks',
  input: ['p |'],
  run: (editor) => {
    compose(editor, 'ที่นี่');
  },
  output: ['p ที่นี่|'],
} satisfies EditorCase;
