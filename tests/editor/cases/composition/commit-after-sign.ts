import { compose, type EditorCase } from '../../editor-case.ts';

export default {
  says: 'A committed word after a sign does not make a heading',
  input: ['p #|'],
  run: (editor) => {
    compose(editor, ' 标题');
  },
  output: ['p # 标题|'],
} satisfies EditorCase;
