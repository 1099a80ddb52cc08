import { Transforms } from 'slate';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'A decision always has a question and whole branches',
  input: ['p One|'],
  run: (editor) => {
    Transforms.insertNodes(
      editor,
      {
        id: 'oddone-1',
        type: 'decision',
        children: [
          { type: 'part', part: 'when', children: [{ text: 'warm?' }] },
          { type: 'part', part: 'when', children: [{ text: 'yes' }] },
          { type: 'part', part: 'question', children: [{ text: 'stop' }] },
          { text: 'no' },
        ],
      } as never,
      { at: [1] },
    );
  },
  output: ['p One|', 'decide warm? ¦ yes ¦ stop ¦ no ¦ ·'],
} satisfies EditorCase;
