import { setLink } from '../../../../renderer/editor/commands/links.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'A link over several cells is one in each',
  input: ['table ‹a ¦ b› ¦ c'],
  run: (editor) => {
    setLink(editor, 'https://x.org');
  },
  output: ['table {a https://x.org:‹a} ¦ {a https://x.org:b›} ¦ c'],
} satisfies EditorCase;
