import { Transforms } from 'slate';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'A row beyond the limit says the rest in its last cell',
  input: ['p One|'],
  run: (editor) => {
    const cell = (at: number) => ({ type: 'cell', children: [{ text: at > 58 ? `c${at}` : '' }] });
    Transforms.insertNodes(
      editor,
      {
        id: 'oddone-1',
        type: 'table',
        header: false,
        children: [{ type: 'row', children: Array.from({ length: 63 }, (_, at) => cell(at)) }],
      } as never,
      { at: [1] },
    );
  },
  output: [
    'p One|',
    'table · ¦ · ¦ · ¦ · ¦ · ¦ · ¦ · ¦ · ¦ · ¦ · ¦ · ¦ · ¦ · ¦ · ¦ · ¦ · ¦ · ¦ · ¦ · ¦ · ¦ · ¦ · ¦ · ¦ · ¦ · ¦ · ¦ · ¦ · ¦ · ¦ · ¦ · ¦ · ¦ · ¦ · ¦ · ¦ · ¦ · ¦ · ¦ · ¦ · ¦ · ¦ · ¦ · ¦ · ¦ · ¦ · ¦ · ¦ · ¦ · ¦ · ¦ · ¦ · ¦ · ¦ · ¦ · ¦ · ¦ · ¦ · ¦ · ¦ c59⏎c60⏎c61⏎c62',
  ],
} satisfies EditorCase;
