import { setLink } from '../../../../renderer/editor/commands/links.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'A link under the cursor gets another address',
  input: ['p {a https://old.org:wo|rds}'],
  run: (editor) => {
    setLink(editor, 'https://new.org');
  },
  output: ['p {a https://new.org:wo|rds}'],
} satisfies EditorCase;
