import { clearMarks } from '../../../../renderer/editor/commands/marks.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Plain letters again',
  input: ['p ‹{b:a}{i,h:b}c›'],
  run: (editor) => {
    clearMarks(editor);
  },
  output: ['p ‹abc›'],
} satisfies EditorCase;
