import { Transforms } from 'slate';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Two blocks with one id: the second gets a new one',
  input: ['p One|'],
  run: (editor) => {
    Transforms.insertNodes(
      editor,
      { id: 'block-1', type: 'paragraph', children: [{ text: 'Two' }] },
      { at: [1] },
    );
  },
  output: ['p One|', 'p Two'],
  ids: ['block-1', 'fresh-1'],
} satisfies EditorCase;
