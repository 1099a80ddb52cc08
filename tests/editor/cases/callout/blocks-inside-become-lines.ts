import { Transforms } from 'slate';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Blocks inside a callout become its lines',
  input: ['p One|'],
  run: (editor) => {
    Transforms.insertNodes(
      editor,
      {
        id: 'oddone-1',
        type: 'callout',
        tone: 'never',
        children: [
          { id: 'inside-1', type: 'paragraph', children: [{ text: 'Do not' }] },
          { id: 'inside-2', type: 'quote', children: [{ text: 'touch' }] },
        ],
      } as never,
      { at: [1] },
    );
  },
  output: ['p One|', 'callout.never Do not⏎touch'],
} satisfies EditorCase;
