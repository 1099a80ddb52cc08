import { Editor, Transforms } from 'slate';
import { removeRows } from '../../../../renderer/editor/commands/table.ts';
import type { EditorCase } from '../../editor-case.ts';

const row = (at: number) => `${at} ¦ x`;
const rows = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => row(from + at)).join(' // ');

export default {
  says: 'Many rows removed again by redo leave the cursor where they were',
  input: [`table |${rows(0, 129)}`],
  run: (editor) => {
    Transforms.select(editor, {
      anchor: Editor.start(editor, [0, 2, 0]),
      focus: Editor.end(editor, [0, 121, 0]),
    });
    removeRows(editor);
    editor.undo();
    editor.redo();
  },
  output: [`table ${rows(0, 1)} // |${rows(122, 129)}`],
} satisfies EditorCase;
