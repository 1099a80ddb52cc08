import { removeLink } from '../../../../renderer/editor/commands/links.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Removing a link keeps its words',
  input: ['p {a https://old.org:wo|rds}'],
  run: (editor) => {
    removeLink(editor);
  },
  output: ['p wo|rds'],
} satisfies EditorCase;
