import { toggleBlockKind } from '../../../../renderer/editor/commands/blocks.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Changing the tone is one step to undo',
  input: ['callout.info Hot|'],
  run: (editor) => {
    toggleBlockKind(editor, 'callout-never');
    editor.undo();
  },
  output: ['callout.info Hot|'],
} satisfies EditorCase;
