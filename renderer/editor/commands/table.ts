import { Editor, Node, type Path, Range, Transforms } from 'slate';
import { type CellAlignment, MAX_CELLS, MAX_ROWS, type Row } from '../../../shared/richtext/block-parts.ts';
import type { BlockOf } from '../../../shared/richtext/document.ts';
import { asBlock } from '../core/convert.ts';
import { emptyCell, emptyParagraph, emptyRow } from '../core/new-blocks.ts';
import type { RichTextSlate } from '../core/slate-types.ts';
import { replaceRows, withCells, withoutCells } from './table-rows.ts';

/** The cells a selection means: all between the one it begins in and the one it ends in, as a rectangle. */
export interface CellRange {
  readonly table: BlockOf<'table'>;
  /** Index of the table in the document. */
  readonly index: number;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** The cells of the selection; `undefined` when it is not inside one table. */
export function selectedCells(editor: RichTextSlate): CellRange | undefined {
  const { selection } = editor;
  if (!selection) return undefined;
  const [start, end] = Range.edges(selection);
  const [index, firstRow, from] = start.path;
  const [other, lastRow, to] = end.path;
  if (index === undefined || index !== other) return undefined;
  const table = asBlock(editor.children[index]);
  if (table?.type !== 'table' || firstRow === undefined || lastRow === undefined) return undefined;
  const [firstColumn, lastColumn] = [Math.min(from ?? 0, to ?? 0), Math.max(from ?? 0, to ?? 0)];
  return { table, index, firstRow, lastRow, firstColumn, lastColumn };
}

export const isManyCells = ({ firstRow, lastRow, firstColumn, lastColumn }: CellRange): boolean =>
  firstRow !== lastRow || firstColumn !== lastColumn;

const columnsOf = (table: BlockOf<'table'>): number => table.children[0]?.children.length ?? 0;

/** Paths of the cells of a range, row by row. */
function cellPaths({ index, firstRow, lastRow, firstColumn, lastColumn }: CellRange): Path[] {
  const paths: Path[] = [];
  for (let row = firstRow; row <= lastRow; row += 1)
    for (let column = firstColumn; column <= lastColumn; column += 1) paths.push([index, row, column]);
  return paths;
}

/** More cells than this are emptied row by row: as words go, each is a search of its own. */
const MANY = 100;
/** More cells than this are changed row by row; fewer keep all that is drawn of their rows. */
const MANY_AT_ONCE = 2_500;

/** Takes the words out of the cells; the cells stay. */
export function clearCells(editor: RichTextSlate, cells: CellRange): void {
  const { table, index, firstRow, lastRow, firstColumn, lastColumn } = cells;
  if ((lastRow - firstRow + 1) * (lastColumn - firstColumn + 1) > MANY) {
    const rows = table.children
      .slice(firstRow, lastRow + 1)
      .map((row) => withCells(row, firstColumn, lastColumn, (cell) => emptyCell(cell?.align)));
    replaceRows(editor, index, firstRow, rows);
    return;
  }
  Editor.withoutNormalizing(editor, () => {
    for (const path of cellPaths(cells)) clearLine(editor, path);
  });
}

/** Takes the words out of a cell or a part. */
export function clearLine(editor: RichTextSlate, path: Path): void {
  const at = Editor.range(editor, path);
  if (Range.isExpanded(at)) Transforms.delete(editor, { at });
}

const cursorTo = (editor: RichTextSlate, path: Path): void =>
  Transforms.select(editor, Editor.end(editor, path));

/** Adds a row beside the selected ones and puts the cursor into it. The first row keeps naming the columns. */
export function addRow(editor: RichTextSlate, side: 'above' | 'below'): boolean {
  const cells = selectedCells(editor);
  if (!cells || cells.table.children.length >= MAX_ROWS) return false;
  const { table, index, firstRow, lastRow, firstColumn } = cells;
  const at = side === 'above' ? firstRow : lastRow + 1;
  const row = emptyRow(columnsOf(table));
  // A column is aligned as a whole: a new row goes on with it.
  const model = table.children[side === 'above' ? firstRow : lastRow];
  row.children.forEach((cell, column) => {
    const align = model?.children[column]?.align;
    if (align) cell.align = align;
  });
  Transforms.insertNodes(editor, row, { at: [index, at] });
  cursorTo(editor, [index, at, firstColumn]);
  return true;
}

/** Adds a column beside the selected ones and puts the cursor into it. */
export function addColumn(editor: RichTextSlate, side: 'before' | 'after'): boolean {
  const cells = selectedCells(editor);
  if (!cells || columnsOf(cells.table) >= MAX_CELLS) return false;
  const { table, index, firstRow, firstColumn, lastColumn } = cells;
  const at = side === 'before' ? firstColumn : lastColumn + 1;
  Editor.withoutNormalizing(editor, () => {
    for (let row = 0; row < table.children.length; row += 1)
      editor.apply({ type: 'insert_node', path: [index, row, at], node: emptyCell() });
    cursorTo(editor, [index, firstRow, at]);
  });
  return true;
}

/** Removes the selected rows; with the last of them the table. */
export function removeRows(editor: RichTextSlate): boolean {
  const cells = selectedCells(editor);
  if (!cells) return false;
  const { table, index, firstRow, lastRow, firstColumn } = cells;
  if (lastRow - firstRow + 1 >= table.children.length) return removeTable(editor);
  Editor.withoutNormalizing(editor, () => {
    for (let row = lastRow; row >= firstRow; row -= 1) Transforms.removeNodes(editor, { at: [index, row] });
    cursorTo(editor, [index, Math.max(firstRow - 1, 0), firstColumn]);
  });
  return true;
}

/** Removes the selected columns; with the last of them the table. */
export function removeColumns(editor: RichTextSlate): boolean {
  const cells = selectedCells(editor);
  if (!cells) return false;
  const { table, index, firstRow, firstColumn, lastColumn } = cells;
  if (lastColumn - firstColumn + 1 >= columnsOf(table)) return removeTable(editor);
  Editor.withoutNormalizing(editor, () => {
    if (table.children.length * (lastColumn - firstColumn + 1) > MANY_AT_ONCE)
      replaceRows(
        editor,
        index,
        0,
        table.children.map((row) => withoutCells(row, firstColumn, lastColumn)),
      );
    else
      for (let row = 0; row < table.children.length; row += 1)
        for (let column = lastColumn; column >= firstColumn; column -= 1)
          Transforms.removeNodes(editor, { at: [index, row, column] });
    cursorTo(editor, [index, firstRow, Math.max(firstColumn - 1, 0)]);
  });
  return true;
}

/** Moves the selected rows one place up or down. */
export function moveRows(editor: RichTextSlate, step: 1 | -1): boolean {
  const cells = selectedCells(editor);
  if (!cells) return false;
  const { table, index, firstRow, lastRow } = cells;
  // The neighbour jumps over the selection, so that the cursor stays where it is in its text.
  const from = step === 1 ? lastRow + 1 : firstRow - 1;
  if (from < 0 || from >= table.children.length) return false;
  Transforms.moveNodes(editor, { at: [index, from], to: [index, step === 1 ? firstRow : lastRow] });
  return true;
}

/** Moves the selected columns one place in reading order. */
export function moveColumns(editor: RichTextSlate, step: 1 | -1): boolean {
  const cells = selectedCells(editor);
  if (!cells) return false;
  const { table, index, firstColumn, lastColumn } = cells;
  const from = step === 1 ? lastColumn + 1 : firstColumn - 1;
  if (from < 0 || from >= columnsOf(table)) return false;
  const to = step === 1 ? firstColumn : lastColumn;
  Editor.withoutNormalizing(editor, () => {
    for (let row = 0; row < table.children.length; row += 1)
      Transforms.moveNodes(editor, { at: [index, row, from], to: [index, row, to] });
  });
  return true;
}

/** Says whether the first row names the columns. */
export function toggleHeader(editor: RichTextSlate): boolean {
  const cells = selectedCells(editor);
  if (!cells) return false;
  Transforms.setNodes(editor, { header: !cells.table.header }, { at: [cells.index] });
  return true;
}

/** Aligns the selected columns as a whole; `undefined` gives them back to the direction of their words. */
export function alignColumns(editor: RichTextSlate, align: CellAlignment | undefined): boolean {
  const cells = selectedCells(editor);
  if (!cells) return false;
  const { table, index, firstColumn, lastColumn } = cells;
  if (table.children.length * (lastColumn - firstColumn + 1) > MANY_AT_ONCE) {
    const { selection } = editor;
    const aligned = (row: Row) =>
      withCells(row, firstColumn, lastColumn, (cell) => ({
        ...emptyCell(align),
        children: cell?.children ?? [],
      }));
    replaceRows(editor, index, 0, table.children.map(aligned));
    if (selection) Transforms.select(editor, selection);
    return true;
  }
  Editor.withoutNormalizing(editor, () => {
    table.children.forEach((row, at) => {
      for (let column = firstColumn; column <= lastColumn; column += 1) {
        const path = [index, at, column];
        if (row.children[column]?.align === align) continue;
        if (align) Transforms.setNodes(editor, { align }, { at: path });
        else Transforms.unsetNodes(editor, 'align' as never, { at: path });
      }
    });
  });
  return true;
}

/** The alignment all selected columns share. */
export function alignmentOf({ table, firstRow, firstColumn }: CellRange): CellAlignment | undefined {
  return table.children[firstRow]?.children[firstColumn]?.align;
}

/** Removes the table the selection is in; an empty line is left in its place when the document would be empty. */
export function removeTable(editor: RichTextSlate): boolean {
  const cells = selectedCells(editor);
  if (!cells) return false;
  replaceWithParagraph(editor, cells.index);
  return true;
}

/** Puts an empty paragraph in the place of a block, with the cursor in it. */
export function replaceWithParagraph(editor: RichTextSlate, index: number): void {
  Editor.withoutNormalizing(editor, () => {
    Transforms.removeNodes(editor, { at: [index], voids: true });
    Transforms.insertNodes(editor, emptyParagraph(editor), { at: [index] });
    Transforms.select(editor, Editor.start(editor, [index]));
  });
}

/**
 * Goes to the next or the previous cell. Behind the last one, a new row is begun. Gives false at the very beginning,
 * so that the key can do what it does elsewhere.
 */
export function stepCell(editor: RichTextSlate, step: 1 | -1): boolean {
  const cells = selectedCells(editor);
  const point = editor.selection?.focus;
  if (!cells || !point) return false;
  const { table, index } = cells;
  const [, row = 0, column = 0] = point.path;
  const width = columnsOf(table);
  const next = row * width + column + step;
  if (next < 0) return false;
  if (next >= width * table.children.length) {
    Transforms.select(editor, point);
    if (!addRow(editor, 'below')) return false;
    cursorTo(editor, [index, row + 1, 0]);
    return true;
  }
  cursorTo(editor, [index, Math.floor(next / width), next % width]);
  return true;
}

/** Goes to the cell below; behind the last row, a new one is begun. */
export function stepRow(editor: RichTextSlate): boolean {
  const cells = selectedCells(editor);
  if (!cells) return false;
  const { table, index, lastRow, firstColumn } = cells;
  if (lastRow + 1 >= table.children.length) {
    Transforms.collapse(editor, { edge: 'end' });
    return addRow(editor, 'below');
  }
  cursorTo(editor, [index, lastRow + 1, firstColumn]);
  return true;
}

/** The words of the cells, as a table of their own: what copying a rectangle takes along. */
export function copyCells({ table, ...range }: CellRange): BlockOf<'table'> {
  const rows = table.children.slice(range.firstRow, range.lastRow + 1).map((row) => ({
    ...row,
    children: row.children.slice(range.firstColumn, range.lastColumn + 1),
  }));
  return { ...table, header: table.header && range.firstRow === 0, children: rows };
}

/** True when not one cell says anything. */
export const isEmptyTable = (table: BlockOf<'table'>): boolean =>
  table.children.every((row) =>
    row.children.every((cell) =>
      cell.children.every((child) =>
        'text' in child ? child.text === '' : child.type === 'link' && Node.string(child) === '',
      ),
    ),
  );
