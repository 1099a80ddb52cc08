import { Transforms } from 'slate';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'A block of an unknown kind becomes a paragraph, its words kept',
  input: ['p One|'],
  run: (editor) => {
    Transforms.insertNodes(
      editor,
      { id: 'strange-1', type: 'marquee', children: [{ text: 'Two' }] } as never,
      { at: [1] },
    );
  },
  output: ['p One|', 'p Two'],
} satisfies EditorCase;
