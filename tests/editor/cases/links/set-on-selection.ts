import { setLink } from '../../../../renderer/editor/commands/links.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'An address without a scheme gets https',
  input: ['p the ‹manual› is'],
  run: (editor) => {
    setLink(editor, 'example.org/m');
  },
  output: ['p the {a https://example.org/m:‹manual›} is'],
} satisfies EditorCase;
