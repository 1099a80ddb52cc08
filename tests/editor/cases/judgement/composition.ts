import { stepPart } from '../../../../renderer/editor/commands/parts.ts';
import { compose, type EditorCase } from '../../editor-case.ts';

export default {
  says: 'An input method commits into a part',
  input: ['judge |'],
  run: (editor) => {
    compose(editor, '嗡嗡声');
    stepPart(editor, 1);
    compose(editor, 'صدای پمپ');
  },
  output: ['judge 嗡嗡声 ¦ صدای پمپ| ¦ · ¦ · ¦ ·'],
} satisfies EditorCase;
