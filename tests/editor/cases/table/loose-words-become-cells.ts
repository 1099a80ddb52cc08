import { Transforms } from 'slate';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Words and cells lying loose in a table become rows of it',
  input: ['p One|'],
  run: (editor) => {
    Transforms.insertNodes(
      editor,
      {
        id: 'oddone-1',
        type: 'table',
        header: 'yes',
        children: [
          { text: 'loose' },
          { type: 'cell', children: [{ text: 'cell' }] },
          { type: 'row', children: [{ text: 'in ' }, { text: 'row', bold: true }] },
        ],
      } as never,
      { at: [1] },
    );
  },
  output: ['p One|', 'table loose // cell // in {b:row}'],
} satisfies EditorCase;
