import { toggleBlockKind } from '../../../../renderer/editor/commands/blocks.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'The tone changes in place; words, direction and id stay',
  input: ['callout.info.rtl داغ {b:است|}'],
  run: (editor) => {
    toggleBlockKind(editor, 'callout-warning');
  },
  output: ['callout.warning.rtl داغ {b:است|}'],
  ids: ['block-1'],
} satisfies EditorCase;
