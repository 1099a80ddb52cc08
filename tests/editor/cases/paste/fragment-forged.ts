import { FRAGMENT_TYPE } from '../../../../renderer/editor/paste/fragment.ts';
import { clipboard, type EditorCase } from '../../editor-case.ts';

export default {
  says: 'A forged fragment is refused and the text is taken',
  input: ['p |'],
  run: (editor) => {
    editor.insertData(
      clipboard({
        [FRAGMENT_TYPE]: '{"version":1,"blocks":[{"id":"block-1","type":"evil","children":[]}]}',
        'text/plain': 'safe',
      }),
    );
  },
  output: ['p safe|'],
} satisfies EditorCase;
