import { toggleMark } from '../../../../renderer/editor/commands/marks.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Bold on a selection',
  input: ['p He‹llo› world'],
  run: (editor) => {
    toggleMark(editor, 'bold');
  },
  output: ['p He{b:‹llo›} world'],
} satisfies EditorCase;
