import { Editor, Transforms } from 'slate';
import type { Cell, Row } from '../../../shared/richtext/block-parts.ts';
import { asBlock } from '../core/convert.ts';
import type { RichTextSlate } from '../core/slate-types.ts';

/**
 * Puts other rows in the place of those from `first` on; what goes beyond the end is added. One step for each row,
 * however many of its cells change: cell by cell, a table of 25,000 would take seconds. Nothing is selected afterwards.
 */
export function replaceRows(editor: RichTextSlate, index: number, first: number, rows: readonly Row[]): void {
  Editor.withoutNormalizing(editor, () => {
    rows.forEach((row, at) => {
      const table = asBlock(editor.children[index]);
      const before = table?.type === 'table' ? table.children[first + at] : undefined;
      if (before === row) return;
      editor.apply({ type: 'insert_node', path: [index, first + at], node: row });
      // For a cursor in what goes, Slate would look for a place through the whole text, row after row. Not sooner than
      // after the first step, with which the history remembers where the cursor was.
      if (editor.selection) Transforms.deselect(editor);
      if (before) editor.apply({ type: 'remove_node', path: [index, first + at + 1], node: before });
    });
  });
}

/** The same row with other cells in the place of those from `first` to `last`. */
export const withCells = (
  row: Row,
  first: number,
  last: number,
  change: (cell: Cell | undefined, column: number) => Cell,
): Row => ({
  ...row,
  children: Array.from({ length: Math.max(row.children.length, last + 1) }, (_, column) => {
    const cell = row.children[column];
    return cell && (column < first || column > last) ? cell : change(cell, column);
  }),
});

/** The row without the cells from `first` to `last`. */
export const withoutCells = (row: Row, first: number, last: number): Row => ({
  ...row,
  children: row.children.filter((_, column) => column < first || column > last),
});
