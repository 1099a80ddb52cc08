import { flipDirection } from '../../../../renderer/editor/commands/blocks.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'All selected lines turn together',
  input: ['p O‹ne', 'p دو›'],
  run: (editor) => {
    flipDirection(editor);
  },
  output: ['p.rtl O‹ne', 'p دو›'],
} satisfies EditorCase;
