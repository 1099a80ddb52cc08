import { Transforms } from 'slate';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Rows of different length are filled up to the longest',
  input: ['p One|'],
  run: (editor) => {
    Transforms.insertNodes(
      editor,
      {
        id: 'oddone-1',
        type: 'table',
        header: true,
        children: [
          { type: 'row', children: [{ type: 'cell', children: [{ text: 'a' }] }] },
          {
            type: 'row',
            children: [
              { type: 'cell', children: [{ text: 'b' }] },
              { type: 'cell', children: [{ text: 'c' }] },
              { type: 'cell', children: [{ text: 'd' }] },
            ],
          },
        ],
      } as never,
      { at: [1] },
    );
  },
  output: ['p One|', 'table.header a ¦ · ¦ · // b ¦ c ¦ d'],
} satisfies EditorCase;
