import { Transforms } from 'slate';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'A picture or a card that names nothing becomes text, its words kept',
  input: ['p One|'],
  run: (editor) => {
    Transforms.insertNodes(
      editor,
      [
        { id: 'oddone-1', type: 'image', children: [{ text: 'caption' }] },
        { id: 'oddone-2', type: 'record', label: 'Case 9', children: [{ text: '' }] },
      ] as never,
      { at: [1] },
    );
  },
  output: ['p One|', 'p caption', 'p Case 9'],
} satisfies EditorCase;
