import { Transforms } from 'slate';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Links and mentions stay in their cell, unsafe links only as words',
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
              { type: 'cell', children: [{ type: 'link', url: 'https://x.org', children: [{ text: 'x' }] }] },
              {
                type: 'cell',
                children: [{ type: 'link', url: 'javascript:alert(1)', children: [{ text: 'y' }] }],
              },
            ],
          },
        ],
      } as never,
      { at: [1] },
    );
  },
  output: ['p One|', 'table {a https://x.org:x} ¦ y'],
} satisfies EditorCase;
