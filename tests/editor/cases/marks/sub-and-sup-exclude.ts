import { toggleMark } from '../../../../renderer/editor/commands/marks.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Raised letters are not lowered as well',
  input: ['p H{sub:‹2›}O'],
  run: (editor) => {
    toggleMark(editor, 'sup');
  },
  output: ['p H{sup:‹2›}O'],
} satisfies EditorCase;
