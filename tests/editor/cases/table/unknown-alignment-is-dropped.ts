import { Transforms } from 'slate';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'An alignment nobody knows is dropped',
  input: ['p One|'],
  run: (editor) => {
    Transforms.insertNodes(
      editor,
      {
        id: 'oddone-1',
        type: 'table',
        header: false,
        children: [
          {
            type: 'row',
            children: [
              { type: 'cell', align: 'justify', children: [{ text: 'a' }] },
              { type: 'cell', align: 'end', children: [{ text: 'b' }] },
            ],
          },
        ],
      } as never,
      { at: [1] },
    );
  },
  output: ['p One|', 'table a ¦ (end) b'],
} satisfies EditorCase;
