import { leaveBlock } from '../../../../renderer/editor/view/leave-block.ts';
import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'Arrow down in another row, or with text below, is left to the browser',
  input: ['table a| ¦ b // c ¦ d'],
  run: (editor) => {
    if (leaveBlock(editor, 1)) type(editor, 'left');
  },
  output: ['table a| ¦ b // c ¦ d'],
} satisfies EditorCase;
