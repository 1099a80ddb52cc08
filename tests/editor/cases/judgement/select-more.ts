import { selectMore } from '../../../../renderer/editor/commands/select-more.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Ctrl+A selects the part, then the block',
  input: ['judge hu|m ¦ heat', 'p Below'],
  run: (editor) => {
    selectMore(editor);
    selectMore(editor);
    editor.deleteFragment();
  },
  output: ['judge | ¦ · ¦ · ¦ · ¦ ·', 'p Below'],
} satisfies EditorCase;
