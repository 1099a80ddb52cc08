import { toggleMark } from '../../../../renderer/editor/commands/marks.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Taking bold off the middle',
  input: ['p {b:He‹ll›o}'],
  run: (editor) => {
    toggleMark(editor, 'bold');
  },
  output: ['p {b:He}‹ll›{b:o}'],
} satisfies EditorCase;
