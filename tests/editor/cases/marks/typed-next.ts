import { toggleMark } from '../../../../renderer/editor/commands/marks.ts';
import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'A mark without a selection is for what is typed next',
  input: ['p Hi |'],
  run: (editor) => {
    toggleMark(editor, 'italic');
    type(editor, 'you');
  },
  output: ['p Hi {i:you|}'],
} satisfies EditorCase;
