import type { EditorCase } from '../../editor-case.ts';
import { replaceAll } from '../../find-steps.ts';

export default {
  says: 'Everything that was replaced comes back with one undo',
  input: ['p pump', 'p {b:pump} pump|'],
  run: (editor) => {
    replaceAll(editor, 'pump', 'x');
    editor.undo();
  },
  output: ['p pump', 'p {b:pump} pump|'],
} satisfies EditorCase;
