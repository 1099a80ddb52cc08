import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Backspace before the first letter makes it a line of text',
  input: ['p Above', 'callout.warning |Hot'],
  run: (editor) => {
    editor.deleteBackward('character');
  },
  output: ['p Above', 'p |Hot'],
  ids: ['block-1', 'block-2'],
} satisfies EditorCase;
