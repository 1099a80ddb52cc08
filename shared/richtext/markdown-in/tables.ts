import type { AlignType, Table } from 'mdast';
import { type Cell, type CellAlignment, MAX_CELLS, MAX_ROWS, type Row } from '../block-parts.ts';
import { canonicalInlines } from '../canonical.ts';
import type { Inline } from '../document.ts';
import type { NewBlock } from '../import-hooks.ts';
import { tally } from '../simplified.ts';
import type { Context } from './context.ts';
import { readLine } from './inlines.ts';

const ALIGNMENTS: Readonly<Record<NonNullable<AlignType>, CellAlignment>> = {
  left: 'start',
  center: 'center',
  right: 'end',
};

/** A table of GitHub's Markdown. One without names for its columns has a first row of empty cells there, and none here. */
export function readTable(node: Table, context: Context): NewBlock[] {
  const width = Math.max(1, ...node.children.map((row) => row.children.length));
  const beside: NewBlock[] = [];
  const rows: Row[] = node.children.map((row) => {
    const cells: Cell[] = row.children.map((cell, column) => {
      const { children, media } = readLine(cell.children, context);
      beside.push(...media.map(({ block }) => block));
      return cellOf(node.align?.[column], canonicalInlines(children));
    });
    while (cells.length < width) cells.push(cellOf(node.align?.[cells.length], []));
    return { type: 'row', children: withinWidth(cells, context) };
  });
  const [first, ...rest] = rows;
  // A table of one row has nothing but its names, be they empty.
  const header = rest.length === 0 || (first?.children.some(({ children }) => children.length > 0) ?? false);
  const shown = header ? rows : rest;
  const blocks: NewBlock[] = [];
  for (let from = 0; from < shown.length; from += MAX_ROWS) {
    if (from > 0) tally(context.counts, 'largeTables');
    blocks.push({
      type: 'table',
      header: header && from === 0,
      children: shown.slice(from, from + MAX_ROWS),
    });
  }
  if (beside.length > 0) tally(context.counts, 'movedPictures', beside.length);
  return [...blocks, ...beside];
}

function cellOf(align: AlignType | undefined, children: Inline[]): Cell {
  return align ? { type: 'cell', align: ALIGNMENTS[align], children } : { type: 'cell', children };
}

/** Cells beyond the last column join it. */
function withinWidth(cells: Cell[], context: Context): Cell[] {
  if (cells.length <= MAX_CELLS) return cells;
  tally(context.counts, 'largeTables');
  const kept = cells.slice(0, MAX_CELLS);
  const last = kept[MAX_CELLS - 1]!;
  const joined = cells.slice(MAX_CELLS).flatMap(({ children }) => [{ text: ' | ' }, ...children]);
  kept[MAX_CELLS - 1] = { ...last, children: canonicalInlines([...last.children, ...joined]) };
  return kept;
}
