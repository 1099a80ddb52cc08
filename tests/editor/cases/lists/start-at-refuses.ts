import { startListAt } from '../../../../renderer/editor/commands/list-start.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Numbers that no list can begin at change nothing',
  input: ['ol.7 |one'],
  run: (editor) => {
    for (const number of [0, -1, 1.5, Number.NaN, 1_000_000_000]) startListAt(editor, number);
  },
  output: ['ol.7 |one'],
} satisfies EditorCase;
