import { setLink } from '../../../../renderer/editor/commands/links.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'An address that runs a script changes nothing',
  input: ['p the ‹manual› is'],
  run: (editor) => {
    if (setLink(editor, 'javascript:alert(1)')) editor.insertText('wrong');
  },
  output: ['p the ‹manual› is'],
} satisfies EditorCase;
