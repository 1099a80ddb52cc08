import { toggleBlockKind } from '../../../../renderer/editor/commands/blocks.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'A checked item becomes a callout without its box',
  input: ['done+1 Ho|t'],
  run: (editor) => {
    toggleBlockKind(editor, 'callout-tip');
  },
  output: ['callout.tip Ho|t'],
} satisfies EditorCase;
