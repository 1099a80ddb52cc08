import { toggleMark } from '../../../../renderer/editor/commands/marks.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Code has no bold',
  input: ['code l‹s›'],
  run: (editor) => {
    toggleMark(editor, 'bold');
  },
  output: ['code l‹s›'],
} satisfies EditorCase;
