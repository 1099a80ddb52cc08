import { leaveBlock } from '../../../../renderer/editor/view/leave-block.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Arrow down at the end of the text makes a line under a callout',
  input: ['callout.tip Hot|'],
  run: (editor) => {
    leaveBlock(editor, 1);
  },
  output: ['callout.tip Hot', 'p |'],
} satisfies EditorCase;
