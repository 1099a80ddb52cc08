import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Splitting the first item leaves the beginning with its first half',
  input: ['ol.3 th|ree'],
  run: (editor) => {
    editor.insertBreak();
  },
  output: ['ol.3 th', 'ol |ree'],
} satisfies EditorCase;
