import { Transforms } from 'slate';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Blocks inside blocks are lifted out',
  input: ['p One|'],
  run: (editor) => {
    Transforms.insertNodes(
      editor,
      {
        id: 'nested-1',
        type: 'quote',
        children: [{ id: 'nested-2', type: 'paragraph', children: [{ text: 'in' }] }],
      } as never,
      { at: [1] },
    );
  },
  output: ['p One|', 'p in'],
} satisfies EditorCase;
