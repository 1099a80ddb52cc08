import { type EditorCase, pasteText } from '../../editor-case.ts';

export default {
  says: 'Text written as Markdown is read as Markdown',
  input: ['p |'],
  run: (editor) => {
    pasteText(editor, '## Seal\n\n- [x] off\n- [ ] **locked**\n\n| a | b |\n|---|---|\n| 1 | 2 |');
  },
  output: ['h2 Seal', 'done off', 'todo {b:locked}', 'table.header a ¦ b // 1 ¦ 2|'],
} satisfies EditorCase;
