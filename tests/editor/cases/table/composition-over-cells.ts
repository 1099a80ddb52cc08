import { compose, type EditorCase } from '../../editor-case.ts';

export default {
  says: 'Composing over selected cells empties them first',
  input: ['table ‹a ¦ b› ¦ c'],
  run: (editor) => {
    compose(editor, '先');
  },
  output: ['table 先| ¦ · ¦ c'],
} satisfies EditorCase;
