import type { Element } from 'hast';
import {
  CELL_ALIGNMENTS,
  type Cell,
  type CellAlignment,
  MAX_CELLS,
  MAX_ROWS,
  type Row,
} from '../block-parts.ts';
import type { Block, Inline } from '../document.ts';
import { foldToCell, isAll, withoutMark } from '../fold-lines.ts';
import { inlineText } from '../plain-text.ts';
import { tally } from '../simplified.ts';
import { marksOf } from './marks.ts';
import { addBlock, appendBlocks, type Context, directionOf, flush, type Reader, readPart } from './reader.ts';
import { attr, elementsOf, numberAttr, styleOf } from './tree.ts';

interface FoundRow {
  readonly cells: readonly Element[];
  readonly inHead: boolean;
}

/** Reads a table, or says that it is only layout by answering false: then its cells are read as the blocks they hold. */
export function readTable(reader: Reader, table: Element, around: Context): boolean {
  const rows = rowsOf(table);
  const said = (attr(table, 'dir') ?? styleOf(table).get('direction'))?.toLowerCase();
  const context: Context = said === 'ltr' || said === 'rtl' ? { ...around, dir: said } : around;
  if (!context.exact && isLayout(table, rows)) return false;
  flush(reader, context);
  const caption = elementsOf(table).find(({ tagName }) => tagName === 'caption');
  if (caption) appendBlocks(reader, readPart(reader, caption.children, context));
  const beside: Block[] = [];
  const grid = gridOf(reader, rows, context, beside);
  if (grid.length > 0) {
    const header = hasHeader(rows, grid, context);
    if (header && !context.exact && grid[0]) for (const cell of grid[0].children) plainHeader(cell);
    addTables(reader, header, grid, context);
  }
  if (beside.length > 0) tally(reader.counts, 'movedPictures', beside.length);
  appendBlocks(reader, beside);
  return true;
}

/** The rows of this table itself, not those of tables inside it. */
function rowsOf(table: Element): FoundRow[] {
  const rows: FoundRow[] = [];
  const take = (parent: Element, inHead: boolean): void => {
    for (const child of elementsOf(parent)) {
      if (child.tagName === 'tr') {
        // A row without height holds Word's columns in place and says nothing.
        if (attr(child, 'height') === '0') continue;
        rows.push({
          inHead,
          cells: elementsOf(child).filter(({ tagName }) => tagName === 'td' || tagName === 'th'),
        });
      } else if (child.tagName === 'thead') take(child, true);
      else if (child.tagName === 'tbody' || child.tagName === 'tfoot') take(child, false);
    }
  };
  take(table, false);
  return rows.filter(({ cells }) => cells.length > 0);
}

/** Pages and mails are laid out with tables; a table of one column has nothing to say by being one. */
function isLayout(table: Element, rows: readonly FoundRow[]): boolean {
  const role = attr(table, 'role');
  if (role === 'presentation' || role === 'none') return true;
  const cells = rows.flatMap((row) => row.cells);
  if (cells.length < 2) return true;
  if (rows.every((row) => row.cells.length < 2)) return !cells.some(({ tagName }) => tagName === 'th');
  return cells.some(
    ({ tagName, children }) =>
      tagName === 'td' &&
      children.some((child) => child.type === 'element' && /^h[1-3]$/u.test(child.tagName)),
  );
}

function gridOf(reader: Reader, rows: readonly FoundRow[], context: Context, beside: Block[]): Row[] {
  // For each column, for how many rows more a cell from above reaches into it.
  const reaching: number[] = [];
  let merged = 0;
  const grid: Row[] = rows.map(({ cells }, at) => {
    const children: Cell[] = [];
    const fill = (): void => {
      while ((reaching[children.length] ?? 0) > 0 && children.length < MAX_CELLS) {
        reaching[children.length]! -= 1;
        children.push({ type: 'cell', children: [] });
      }
    };
    for (const element of cells) {
      fill();
      const cell = cellOf(reader, element, context, beside);
      if (children.length >= MAX_CELLS) {
        joinLast(reader, children, cell);
        continue;
      }
      const wide = Math.min(Math.max(numberAttr(element, 'colSpan') ?? 1, 1), MAX_CELLS - children.length);
      const given = numberAttr(element, 'rowSpan') ?? 1;
      const tall = Math.min(given === 0 ? rows.length : Math.max(given, 1), rows.length - at);
      if (wide > 1 || tall > 1) merged += 1;
      for (let column = 0; column < wide; column += 1) {
        if (tall > 1) reaching[children.length] = tall - 1;
        children.push(column === 0 ? cell : { type: 'cell', children: [] });
      }
    }
    fill();
    return { type: 'row', children };
  });
  tally(reader.counts, 'mergedCells', merged);
  if (!context.exact) {
    const width = Math.max(...grid.map(({ children }) => children.length), 1);
    for (const { children } of grid)
      while (children.length < width) children.push({ type: 'cell', children: [] });
  }
  return grid;
}

function cellOf(reader: Reader, element: Element, context: Context, beside: Block[]): Cell {
  const dir = attr(element, 'dir')?.toLowerCase();
  const direction = dir === 'ltr' || dir === 'rtl' ? dir : context.dir;
  const style = marksOf(element, styleOf(element), {});
  const inside: Context = { ...context, dir: direction, style, link: undefined };
  const folded = foldToCell(readPart(reader, element.children, inside));
  tally(reader.counts, 'nestedTables', folded.tables);
  beside.push(...folded.beside);
  const align = alignOf(element, direction, context.exact);
  return { type: 'cell', ...(align ? { align } : {}), children: folded.children };
}

function alignOf(element: Element, dir: string | undefined, exact: boolean): CellAlignment | undefined {
  const own = attr(element, 'dataAlign');
  if (exact || own !== undefined) return CELL_ALIGNMENTS.find((each) => each === own);
  const first = elementsOf(element).find(({ tagName }) => tagName === 'p' || tagName === 'div');
  for (const one of [element, first]) {
    if (!one) continue;
    const said = (styleOf(one).get('text-align') ?? attr(one, 'align') ?? '').toLowerCase();
    if (said === 'center') return 'center';
    if (said === 'end' || said === (dir === 'rtl' ? 'left' : 'right')) return 'end';
  }
  return undefined;
}

/** A cell beyond the last column is not lost: its words join those of the last. */
function joinLast(reader: Reader, children: Cell[], cell: Cell): void {
  const last = children.at(-1);
  if (!last || inlineText(cell.children) === '') return;
  tally(reader.counts, 'largeTables');
  const joined: Inline[] = [...last.children, { text: ' | ' }, ...cell.children];
  children[children.length - 1] = { ...last, children: joined };
}

/** Named columns: said by the page, or seen in a first row that is bold where the others are not, as in Word. */
function hasHeader(rows: readonly FoundRow[], grid: readonly Row[], context: Context): boolean {
  const first = rows[0];
  if (!first) return false;
  if (first.inHead || first.cells.every(({ tagName }) => tagName === 'th')) return true;
  if (context.exact || grid.length < 2) return false;
  const isBoldRow = (row: Row): boolean => {
    const said = row.children.filter(({ children }) => inlineText(children).trim() !== '');
    return said.length > 0 && said.every(({ children }) => isAll('bold', children));
  };
  return isBoldRow(grid[0]!) && !grid.slice(1).every(isBoldRow);
}

function plainHeader(cell: Cell): void {
  if (isAll('bold', cell.children)) cell.children = withoutMark('bold', cell.children);
}

/** A table of more rows than one may have goes on in a second one. */
function addTables(reader: Reader, header: boolean, grid: readonly Row[], context: Context): void {
  const words = grid.flatMap(({ children }) => children.flatMap((cell) => cell.children));
  for (let from = 0; from < grid.length; from += MAX_ROWS) {
    if (from > 0) tally(reader.counts, 'largeTables');
    addBlock(
      reader,
      {
        type: 'table',
        ...directionOf(words, context),
        header: header && from === 0,
        children: grid.slice(from, from + MAX_ROWS),
      },
      context,
    );
  }
}
