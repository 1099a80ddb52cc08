import { insertJudgement } from '../../../../renderer/editor/commands/blocks.ts';
import { type EditorCase, type } from '../../editor-case.ts';

export default {
  says: 'A judgement has its five parts, the cursor in the first',
  input: ['p |'],
  run: (editor) => {
    insertJudgement(editor);
    type(editor, 'hum');
  },
  output: ['judge hum| ¦ · ¦ · ¦ · ¦ ·'],
} satisfies EditorCase;
