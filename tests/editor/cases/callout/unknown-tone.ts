import { Transforms } from 'slate';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'A tone nobody knows is good to know',
  input: ['p One|'],
  run: (editor) => {
    Transforms.insertNodes(
      editor,
      { id: 'oddone-1', type: 'callout', tone: 'loud', children: [{ text: 'Hear' }] } as never,
      { at: [1] },
    );
  },
  output: ['p One|', 'callout.info Hear'],
} satisfies EditorCase;
