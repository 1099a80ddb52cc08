import { indentList } from '../../../../renderer/editor/commands/blocks.ts';
import type { EditorCase } from '../../editor-case.ts';

export default {
  says: 'Tab outside a list is not ours: the keyboard must be able to leave',
  input: ['p Te|xt'],
  run: (editor) => {
    if (indentList(editor, 1)) editor.insertText('trapped');
  },
  output: ['p Te|xt'],
} satisfies EditorCase;
