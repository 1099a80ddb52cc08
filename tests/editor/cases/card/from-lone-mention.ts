import { mentionToCard } from '../../../../renderer/editor/commands/record-card.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'A mention that stands alone becomes a card',
  input: ['p {@case Leak} |', 'p Next'],
  run: (editor) => {
    mentionToCard(editor);
  },
  output: ['card.case Leak', 'p |Next'],
  ids: ['fresh-1', 'block-2'],
} satisfies EditorCase;
