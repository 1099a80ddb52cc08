import { Transforms } from 'slate';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'A table without a row gets one cell to write in',
  input: ['p One|'],
  run: (editor) => {
    Transforms.insertNodes(editor, { id: 'oddone-1', type: 'table', header: false, children: [] } as never, {
      at: [1],
    });
  },
  output: ['p One|', 'table ·'],
} satisfies EditorCase;
