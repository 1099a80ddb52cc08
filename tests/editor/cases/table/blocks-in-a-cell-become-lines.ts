import { Transforms } from 'slate';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Blocks inside a cell become its lines',
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
                  { id: 'inside-1', type: 'paragraph', children: [{ text: 'first' }] },
                  { id: 'inside-2', type: 'heading', level: 1, children: [{ text: 'second', bold: true }] },
                  { id: 'inside-3', type: 'divider', children: [{ text: '' }] },
                  { text: 'third' },
                ],
              },
            ],
          },
        ],
      } as never,
      { at: [1] },
    );
  },
  output: ['p One|', 'table first⏎{b:second}⏎third'],
} satisfies EditorCase;
