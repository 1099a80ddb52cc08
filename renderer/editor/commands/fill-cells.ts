import { Editor, Transforms } from 'slate';
import { type Cell, MAX_CELLS, MAX_ROWS } from '../../../shared/richtext/block-parts.ts';
import type { BlockOf } from '../../../shared/richtext/document.ts';
import { emptyCell, emptyRow } from '../core/new-blocks.ts';
import type { RichTextSlate } from '../core/slate-types.ts';
import { isManyCells, selectedCells } from './table.ts';
import { replaceRows, withCells } from './table-rows.ts';

/**
 * Pastes cells into the cells from the cursor's on, as every spreadsheet does: what was there gives way, rows and
 * columns are added as needed, and a selection that is a multiple of what is pasted is filled with it again and again.
 * The columns keep their alignment. Gives false outside a table, when there is no room for so many, and for a single
 * cell at the cursor, which is words like any other. `pasted` is a table as Slate holds it.
 */
export function fillCells(editor: RichTextSlate, pasted: BlockOf<'table'>): boolean {
  const cells = selectedCells(editor);
  const given = pasted.children;
  const width = given[0]?.children.length ?? 0;
  if (!cells || width === 0 || (given.length * width === 1 && !isManyCells(cells))) return false;
  const { table, index, firstRow, firstColumn } = cells;
  const asked = {
    rows: cells.lastRow - firstRow + 1,
    columns: cells.lastColumn - firstColumn + 1,
  };
  const repeats = isManyCells(cells) && asked.rows % given.length === 0 && asked.columns % width === 0;
  const rows = repeats ? asked.rows : given.length;
  const lastColumn = firstColumn + (repeats ? asked.columns : width) - 1;
  const wide = Math.max(table.children[0]?.children.length ?? 0, lastColumn + 1);
  if (firstRow + rows > MAX_ROWS || wide > MAX_CELLS) return false;

  const model = table.children.at(-1);
  const filled = Array.from({ length: rows }, (_, at) => {
    const words = given[at % given.length]?.children ?? [];
    const before = table.children[firstRow + at] ?? {
      ...emptyRow(wide),
      children: Array.from({ length: wide }, (_cell, column) => emptyCell(model?.children[column]?.align)),
    };
    return withCells(before, firstColumn, lastColumn, (cell, column) =>
      withWords(cell, words[(column - firstColumn) % width]),
    );
  });
  Editor.withoutNormalizing(editor, () => {
    const added = wide - (table.children[0]?.children.length ?? 0);
    // A new column is one in all rows, also in those nothing is pasted into.
    const whole =
      added > 0 ? table.children.map((row) => withCells(row, row.children.length, wide - 1, blank)) : [];
    const [above, below] = [whole.slice(0, firstRow), whole.slice(firstRow + rows)];
    replaceRows(editor, index, 0, above);
    replaceRows(editor, index, firstRow, filled);
    replaceRows(editor, index, firstRow + rows, below);
    Transforms.select(editor, Editor.end(editor, [index, firstRow + rows - 1, lastColumn]));
  });
  return true;
}

const blank = (cell: Cell | undefined): Cell => cell ?? emptyCell();

/** The words of one cell with the place of another. */
const withWords = (place: Cell | undefined, words: Cell | undefined): Cell => ({
  ...emptyCell(place?.align),
  children: words ? words.children : emptyCell().children,
});
