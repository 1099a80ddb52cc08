import { Editor } from 'slate';
import { putRecord, startCard } from '../../../../renderer/editor/commands/record-card.ts';
import type { EditorCase } from '../../editor-case.ts';
import { MENTION_ID } from '../../notation.ts';

export default {
  says: '“Record card” opens the list, and its choice becomes a card',
  input: ['p |'],
  run: (editor) => {
    startCard(editor);
    putRecord(editor, { kind: 'case', id: MENTION_ID, label: 'Leak' }, Editor.range(editor, [0]));
  },
  output: ['card.case Leak', 'p |'],
} satisfies EditorCase;
