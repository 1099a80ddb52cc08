import { insertJudgement } from '../../../../renderer/editor/commands/blocks.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Putting in a judgement is one step to undo',
  input: ['p Above|'],
  run: (editor) => {
    insertJudgement(editor);
    editor.undo();
  },
  output: ['p Above|'],
} satisfies EditorCase;
