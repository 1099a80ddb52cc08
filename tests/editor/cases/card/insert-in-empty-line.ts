import { insertCard } from '../../../../renderer/editor/commands/record-card.ts';
import type { EditorCase } from '../../editor-case.ts';
import { MENTION_ID } from '../../notation.ts';

export default {
  says: 'A card takes the empty line, and one goes on below it',
  input: ['p |'],
  run: (editor) => {
    insertCard(editor, { kind: 'case', id: MENTION_ID, label: 'Leak' });
  },
  output: ['card.case Leak', 'p |'],
  ids: ['fresh-1', 'block-1'],
} satisfies EditorCase;
