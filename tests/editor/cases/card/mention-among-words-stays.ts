import { mentionToCard } from '../../../../renderer/editor/commands/record-card.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'A mention among words stays a mention',
  input: ['p See {@case Leak}|'],
  run: (editor) => {
    if (mentionToCard(editor)) editor.insertText('wrong');
  },
  output: ['p See {@case Leak}|'],
} satisfies EditorCase;
