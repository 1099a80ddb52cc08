import { setLink } from '../../../../renderer/editor/commands/links.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'A link over two blocks is a link in each',
  input: ['p O‹ne', 'p Tw›o'],
  run: (editor) => {
    setLink(editor, 'mailto:a@b.org');
  },
  output: ['p O{a mailto:a@b.org:‹ne}', 'p {a mailto:a@b.org:Tw›}o'],
} satisfies EditorCase;
