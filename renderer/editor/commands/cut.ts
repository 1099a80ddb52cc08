import type { RichTextSlate } from '../core/slate-types.ts';
import { chosenFigure, removeBlock } from './figures.ts';
import { cursorBlock } from './selection.ts';

/**
 * Cuts what stands as a whole where the cursor is: a chosen picture, file or sound, a record card, a dividing line. Gives
 * false, and does nothing, where the selection is letters.
 */
export function cutWhole(editor: RichTextSlate, data: DataTransfer): boolean {
  const entry = cursorBlock(editor);
  const stands = entry?.[0].type === 'record' || entry?.[0].type === 'divider';
  const index = chosenFigure(editor)?.[1] ?? (stands ? entry?.[1][0] : undefined);
  if (index === undefined) return false;
  editor.setFragmentData(data);
  removeBlock(editor, index);
  return true;
}
