import { Transforms } from 'slate';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Rows beyond the limit become a second table',
  input: ['p One|'],
  run: (editor) => {
    const row = (at: number) => ({
      type: 'row',
      children: [{ type: 'cell', children: [{ text: `${at}` }] }],
    });
    Transforms.insertNodes(
      editor,
      {
        id: 'oddone-1',
        type: 'table',
        header: false,
        children: Array.from({ length: 2001 }, (_, at) => row(at)),
      } as never,
      { at: [1] },
    );
    Transforms.removeNodes(editor, { at: [1] });
  },
  output: ['p One|', 'table 2000'],
} satisfies EditorCase;
