import { toggleBlockKind } from '../../../../renderer/editor/commands/blocks.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'A line becomes a callout and a line again; its id stays',
  input: ['p Ho|t'],
  run: (editor) => {
    toggleBlockKind(editor, 'callout-never');
    toggleBlockKind(editor, 'callout-never');
    toggleBlockKind(editor, 'callout-info');
  },
  output: ['callout.info Ho|t'],
  ids: ['block-1'],
} satisfies EditorCase;
