import { FRAGMENT_TYPE } from '../../../../renderer/editor/paste/fragment.ts';
import { clipboard, type EditorCase } from '../../editor-case.ts';

export default {
  says: 'The same blocks pasted twice never share an id',
  input: ['p |'],
  run: (editor) => {
    const data = {
      [FRAGMENT_TYPE]: JSON.stringify({
        version: 1,
        blocks: [{ id: 'block-1', type: 'heading', level: 2, children: [{ text: 'T' }] }],
      }),
    };
    editor.insertData(clipboard(data));
    editor.insertBreak();
    editor.insertData(clipboard(data));
  },
  output: ['h2 T', 'h2 T|'],
} satisfies EditorCase;
