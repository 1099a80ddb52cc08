import { Transforms } from 'slate';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Parts that came out of order or twice are put right, no word lost',
  input: ['p One|'],
  run: (editor) => {
    Transforms.insertNodes(
      editor,
      {
        id: 'oddone-1',
        type: 'judgement',
        children: [
          { type: 'part', part: 'why', children: [{ text: 'because' }] },
          { type: 'part', part: 'cue', children: [{ text: 'hum' }] },
          { type: 'part', part: 'cue', children: [{ text: 'smell' }] },
          { type: 'part', part: 'other', children: [{ text: 'heat' }] },
        ],
      } as never,
      { at: [1] },
    );
  },
  output: ['p One|', 'judge hum⏎smell⏎heat ¦ · ¦ · ¦ because ¦ ·'],
} satisfies EditorCase;
