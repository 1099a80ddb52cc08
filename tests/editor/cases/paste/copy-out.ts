import { FRAGMENT_TYPE } from '../../../../renderer/editor/paste/fragment.ts';
import { clipboard, type EditorCase } from '../../editor-case.ts';

export default {
  says: 'Copying writes our fragment, HTML and text',
  input: ['p A ‹{b:bold}› one'],
  run: (editor) => {
    const data = clipboard();
    editor.setFragmentData(data);
    editor.insertText(
      [
        data.getData('text/html'),
        data.getData('text/plain'),
        String(data.getData(FRAGMENT_TYPE).includes('"bold":true')),
      ].join(' / '),
    );
  },
  output: ['p A {b:<p dir="ltr"><strong>bold</strong></p> / bold / true|} one'],
} satisfies EditorCase;
