import { toggleBlockKind } from '../../../../renderer/editor/commands/blocks.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Tab does not indent and a list is not made inside a table',
  input: ['table a| ¦ b', 'ul one'],
  run: (editor) => {
    toggleBlockKind(editor, 'bullet');
  },
  output: ['table a| ¦ b', 'ul one'],
} satisfies EditorCase;
