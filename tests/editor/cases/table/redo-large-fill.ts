import { type EditorCase, pasteText } from '../../editor-case.ts';

const lines = Array.from({ length: 120 }, (_, at) => `${at}\tx`).join('\n');
const filled = Array.from({ length: 120 }, (_, at) => `${at === 0 ? '|' : ''}${at} ¦ x`).join(' // ');

export default {
  says: 'Many pasted rows come back with one redo, the cursor where they begin',
  input: ['table |a ¦ b'],
  run: (editor) => {
    pasteText(editor, lines);
    editor.undo();
    editor.redo();
  },
  output: [`table ${filled}`],
} satisfies EditorCase;
