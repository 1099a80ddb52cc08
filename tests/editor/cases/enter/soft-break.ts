import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Shift and Enter breaks the line inside the block',
  input: ['ul One|two'],
  run: (editor) => {
    editor.insertSoftBreak();
  },
  output: ['ul One⏎|two'],
} satisfies EditorCase;
