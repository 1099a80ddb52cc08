import { ReactEditor } from 'slate-react';
import { isManyCells, selectedCells } from '../commands/table.ts';
import type { RichTextSlate } from '../core/slate-types.ts';

/** More cells than this are shown as one: the table as a whole. */
const MOST_MARKED = 3_000;

/**
 * Shows which cells a selection means: the browser paints the text between its two ends, which is not the rectangle
 * that deleting, copying and moving act on. Written into the drawn table, so that no row is drawn anew for it.
 * Gives what takes the marks away again.
 */
export function markPicked(editor: RichTextSlate): (() => void) | undefined {
  const cells = selectedCells(editor);
  if (!cells || !isManyCells(cells)) return undefined;
  let block: HTMLElement;
  try {
    block = ReactEditor.toDOMNode(editor, cells.table);
  } catch {
    // Not drawn yet: the selection is told again when it changes.
    return undefined;
  }
  const table = block.querySelector('table');
  if (!table) return undefined;
  const marked: Element[] = [];
  const count = (cells.lastRow - cells.firstRow + 1) * (cells.lastColumn - cells.firstColumn + 1);
  if (count > MOST_MARKED) marked.push(table);
  else
    for (let row = cells.firstRow; row <= cells.lastRow; row += 1)
      for (let column = cells.firstColumn; column <= cells.lastColumn; column += 1) {
        const cell = table.rows[row]?.cells[column];
        if (cell) marked.push(cell);
      }
  for (const element of marked) element.setAttribute('data-picked', '');
  block.setAttribute('data-cells', '');
  return () => {
    for (const element of marked) element.removeAttribute('data-picked');
    block.removeAttribute('data-cells');
  };
}
