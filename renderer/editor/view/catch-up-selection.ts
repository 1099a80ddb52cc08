import { Range, Transforms } from 'slate';
import { ReactEditor } from 'slate-react';
import type { RichTextSlate } from '../core/slate-types.ts';

/**
 * Slate learns of a new selection up to 100 ms late; a command struck at once after Shift+End would act on the old one.
 * Typing is not concerned: Slate catches up by itself before it inserts.
 */
export function catchUpSelection(editor: RichTextSlate): void {
  if (editor.isComposing()) return;
  const domSelection = ReactEditor.toDOMNode(editor, editor).ownerDocument.getSelection();
  if (!domSelection?.anchorNode || !ReactEditor.hasDOMNode(editor, domSelection.anchorNode)) return;
  const range = ReactEditor.toSlateRange(editor, domSelection, { exactMatch: false, suppressThrow: true });
  if (range && (!editor.selection || !Range.equals(range, editor.selection)))
    Transforms.select(editor, range);
}

/**
 * Before something is composed: Slate catches up then, too, but not while it draws the last change, and what is composed
 * would stand beside the words it was to replace. A caret alone stays where Slate has it.
 */
export function catchUpSelectedWords(editor: RichTextSlate): void {
  const { ownerDocument } = ReactEditor.toDOMNode(editor, editor);
  if (ownerDocument.getSelection()?.isCollapsed === false) catchUpSelection(editor);
}
