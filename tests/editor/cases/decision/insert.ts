import { insertDecision } from '../../../../renderer/editor/commands/blocks.ts';
import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'A decision begins with its question and one branch',
  input: ['p |'],
  run: (editor) => {
    insertDecision(editor);
    type(editor, 'Does it turn?\nyes\ncapacitor');
  },
  output: ['decide Does it turn? ¦ yes ¦ capacitor|'],
} satisfies EditorCase;
