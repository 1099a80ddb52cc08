import { Transforms } from 'slate';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'A part outside a decision becomes a paragraph',
  input: ['p One|'],
  run: (editor) => {
    Transforms.insertNodes(editor, { type: 'part', part: 'when', children: [{ text: 'warm' }] } as never, {
      at: [1],
    });
  },
  output: ['p One|', 'p warm'],
} satisfies EditorCase;
