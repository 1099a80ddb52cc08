import { Transforms } from 'slate';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'A table inside a cell moves out and stands behind',
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
              {
                type: 'cell',
                children: [
                  {
                    id: 'oddone-2',
                    type: 'table',
                    header: true,
                    children: [{ type: 'row', children: [{ type: 'cell', children: [{ text: 'inner' }] }] }],
                  },
                ],
              },
              { type: 'cell', children: [{ text: 'outer' }] },
            ],
          },
        ],
      } as never,
      { at: [1] },
    );
  },
  output: ['p One|', 'table · ¦ outer', 'table.header inner'],
} satisfies EditorCase;
