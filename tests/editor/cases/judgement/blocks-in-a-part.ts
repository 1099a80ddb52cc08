import { Transforms } from 'slate';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'A list in a part becomes lines, a picture moves out',
  input: ['p One|'],
  run: (editor) => {
    Transforms.insertNodes(
      editor,
      {
        id: 'oddone-1',
        type: 'judgement',
        children: [
          {
            type: 'part',
            part: 'cue',
            children: [
              { id: 'inside-1', type: 'list-item', style: 'bullet', depth: 0, children: [{ text: 'hum' }] },
              { id: 'inside-2', type: 'list-item', style: 'bullet', depth: 0, children: [{ text: 'heat' }] },
              {
                id: 'inside-3',
                type: 'image',
                attachmentId: '01890000-0000-7000-8000-000000000002',
                name: 'a.png',
                alt: '',
                children: [{ text: 'seen' }],
              },
            ],
          },
        ],
      } as never,
      { at: [1] },
    );
  },
  output: ['p One|', 'judge hum⏎heat ¦ · ¦ · ¦ · ¦ ·', 'img a.png ¦ · ¦ seen'],
} satisfies EditorCase;
