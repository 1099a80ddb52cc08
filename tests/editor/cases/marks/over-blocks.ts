import { toggleMark } from '../../../../renderer/editor/commands/marks.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'A mark over two blocks',
  input: ['p O‹ne', 'ul Tw›o'],
  run: (editor) => {
    toggleMark(editor, 'highlight');
  },
  output: ['p O{h:‹ne}', 'ul {h:Tw›}o'],
} satisfies EditorCase;
