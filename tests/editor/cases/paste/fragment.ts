import { FRAGMENT_TYPE } from '../../../../renderer/editor/paste/fragment.ts';
import { clipboard, type EditorCase } from '../../editor-case.ts';

export default {
  says: 'Our own blocks arrive whole, with new ids',
  input: ['p |'],
  run: (editor) => {
    editor.insertData(
      clipboard({
        [FRAGMENT_TYPE]: JSON.stringify({
          version: 1,
          blocks: [
            { id: 'block-1', type: 'heading', level: 2, children: [{ text: 'T' }] },
            { id: 'block-2', type: 'paragraph', children: [{ text: 'x', bold: true }] },
          ],
        }),
      }),
    );
  },
  output: ['h2 T', 'p {b:x|}'],
} satisfies EditorCase;
