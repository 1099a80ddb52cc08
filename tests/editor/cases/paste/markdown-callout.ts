import { type EditorCase, pasteText } from '../../editor-case.ts';

export default {
  says: 'A callout of Obsidian keeps its title',
  input: ['p |'],
  run: (editor) => {
    pasteText(editor, '> [!tip]- Title\n> text');
  },
  output: ['callout.tip {b:Title}⏎text|'],
} satisfies EditorCase;
