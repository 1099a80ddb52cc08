import { Transforms } from 'slate';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'A row outside a table becomes a table, a cell a paragraph',
  input: ['p One|'],
  run: (editor) => {
    Transforms.insertNodes(
      editor,
      [
        {
          type: 'row',
          children: [
            { type: 'cell', children: [{ text: 'a' }] },
            { type: 'cell', children: [{ text: 'b' }] },
          ],
        },
        { type: 'cell', align: 'end', children: [{ text: 'c' }] },
      ] as never,
      { at: [1] },
    );
  },
  output: ['p One|', 'table a ¦ b', 'p c'],
} satisfies EditorCase;
