import { Transforms } from 'slate';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'A judgement that holds only words keeps them in its first part',
  input: ['p One|'],
  run: (editor) => {
    Transforms.insertNodes(
      editor,
      { id: 'oddone-1', type: 'judgement', children: [{ text: 'loose' }] } as never,
      { at: [1] },
    );
  },
  output: ['p One|', 'judge loose ¦ · ¦ · ¦ · ¦ ·'],
} satisfies EditorCase;
