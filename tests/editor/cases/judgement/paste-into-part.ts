import { clipboard, type EditorCase } from '../../editor-case.ts';
import { MENTION_ID } from '../../notation.ts';

export default {
  says: 'What is pasted into a part becomes its lines; a picture stands behind the block',
  input: ['judge |', 'p Below'],
  run: (editor) => {
    const data = clipboard({
      'application/x-heirloom-blocks+json': JSON.stringify({
        version: 2,
        blocks: [
          { id: 'pasted-1', type: 'heading', level: 1, children: [{ text: 'Head' }] },
          {
            id: 'pasted-2',
            type: 'image',
            attachmentId: MENTION_ID,
            name: 'a.png',
            alt: 'pump',
            children: [],
          },
          {
            id: 'pasted-3',
            type: 'judgement',
            children: ['cue', 'expectation', 'action', 'why', 'exceptions'].map((part) => ({
              type: 'part',
              part,
              children: part === 'why' ? [{ text: 'because' }] : [],
            })),
          },
        ],
      }),
    });
    editor.insertData(data);
  },
  output: ['judge Head⏎because| ¦ · ¦ · ¦ · ¦ ·', 'img a.png ¦ pump ¦ ·', 'p Below'],
} satisfies EditorCase;
