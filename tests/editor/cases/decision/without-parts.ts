import { Transforms } from 'slate';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'A decision without parts gets its question and one branch',
  input: ['p One|'],
  run: (editor) => {
    Transforms.insertNodes(editor, { id: 'oddone-1', type: 'decision', children: [] } as never, { at: [1] });
  },
  output: ['p One|', 'decide · ¦ · ¦ ·'],
} satisfies EditorCase;
