import { insertCard } from '../../../../renderer/editor/commands/record-card.ts';
import type { EditorCase } from '../../editor-case.ts';
import { MENTION_ID } from '../../notation.ts';

export default {
  says: 'A card stands under the line the cursor is in',
  input: ['p Look| here', 'p Next'],
  run: (editor) => {
    insertCard(editor, { kind: 'case', id: MENTION_ID, label: 'Leak' });
  },
  output: ['p Look here', 'card.case Leak', 'p |', 'p Next'],
} satisfies EditorCase;
