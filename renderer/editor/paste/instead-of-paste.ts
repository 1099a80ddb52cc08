import { Editor, Operation, Transforms } from 'slate';
import { HistoryEditor } from 'slate-history';
import type { RichTextSlate } from '../core/slate-types.ts';

/**
 * Takes back what was pasted last and puts something else in its place, as a step of its own: one undo gives the pasted
 * letters back. Does nothing when there is nothing to take back.
 */
export function insteadOfPaste(editor: RichTextSlate, put: () => void): void {
  const pasted = editor.history.undos.at(-1);
  if (!pasted) return;
  HistoryEditor.withNewBatch(editor, () =>
    Editor.withoutNormalizing(editor, () => {
      for (const operation of [...pasted.operations].reverse()) editor.apply(Operation.inverse(operation));
      if (pasted.selectionBefore) Transforms.select(editor, pasted.selectionBefore);
      put();
    }),
  );
}
