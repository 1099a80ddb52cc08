import { Editor, Node, type Path, Point, Range, Transforms } from 'slate';
import type { Block, BlockOf } from '../../../shared/richtext/document.ts';
import { lineAt, saysNothing } from '../commands/selection.ts';
import {
  clearCells,
  clearLine,
  copyCells,
  isManyCells,
  replaceWithParagraph,
  selectedCells,
} from '../commands/table.ts';
import { asBlock } from './convert.ts';
import type { RichTextSlate } from './slate-types.ts';

// Deleting around blocks that are made of parts. Words go; cells and parts stay, unless the whole block was meant.

/** Blocks made of lines of their own. */
export const isMadeOfParts = (
  block: Block | undefined,
): block is BlockOf<'table'> | BlockOf<'judgement'> | BlockOf<'decision'> =>
  block?.type === 'table' || block?.type === 'judgement' || block?.type === 'decision';

/** Blocks that Backspace and Delete from outside select first: what takes work to make does not vanish by one key. */
const SELECTED_FIRST: ReadonlySet<string> = new Set([
  'table',
  'judgement',
  'decision',
  'image',
  'file',
  'audio',
  'record',
]);

/** Selects the neighbour when it is one of these; gives true when it did. */
export function selectNeighbour(editor: RichTextSlate, index: number): boolean {
  const block = asBlock(editor.children[index]);
  if (!block || !SELECTED_FIRST.has(block.type)) return false;
  Transforms.select(editor, Editor.range(editor, [index]));
  return true;
}

/** True when an end of the selection stands in a cell or a part, and it reaches beyond that one. */
function crossesParts(editor: RichTextSlate, start: Point, end: Point): boolean {
  const touches = [start, end].some((point) => isMadeOfParts(asBlock(editor.children[point.path[0] ?? -1])));
  if (!touches) return false;
  const [a, b] = [lineAt(editor, start)?.[1], lineAt(editor, end)?.[1]];
  return a === undefined || b === undefined || a.join() !== b.join();
}

/**
 * Deletes a selection that ends in a cell or a part. Cells between two corners are emptied as a rectangle. Reaching
 * over the edge of the block, only its words within the selection go; a block that lies in it as a whole goes as one.
 * Gives false when the selection is not of this kind.
 */
export function deleteAcrossParts(editor: RichTextSlate): boolean {
  const { selection } = editor;
  if (!selection || Range.isCollapsed(selection)) return false;
  const [start, end] = Range.edges(selection);
  const first = start.path[0] ?? 0;
  const last = end.path[0] ?? 0;
  if (!crossesParts(editor, start, end)) return false;
  Editor.withoutNormalizing(editor, () => {
    if (first === last) deleteWithin(editor, first, selection);
    else deleteOverEdges(editor, first, last, start, end);
  });
  return true;
}

function deleteWithin(editor: RichTextSlate, index: number, selection: Range): void {
  const block = asBlock(editor.children[index]);
  if (!block) return;
  // Emptied already and still selected as a whole: then the block itself is meant.
  if (saysNothing(editor, block) && coversWhole(editor, selection, index))
    return replaceWithParagraph(editor, index);
  const [start] = Range.edges(selection);
  const cells = selectedCells(editor);
  if (cells && isManyCells(cells)) {
    clearCells(editor, cells);
    return Transforms.select(editor, Editor.start(editor, start.path.slice(0, 3)));
  }
  for (const path of linePaths(editor, index)) clearPart(editor, path, selection);
  Transforms.select(editor, start);
}

function deleteOverEdges(editor: RichTextSlate, first: number, last: number, start: Point, end: Point): void {
  const selection = { anchor: start, focus: end };
  const place = Editor.pointRef(editor, start, { affinity: 'backward' });
  const after = Editor.pointRef(editor, end, { affinity: 'forward' });
  for (let index = last; index >= first; index -= 1) {
    const block = asBlock(editor.children[index]);
    const edge = index === first || index === last;
    if (!block) continue;
    if (!edge || (isMadeOfParts(block) && coversWhole(editor, selection, index)) || editor.isVoid(block))
      Transforms.removeNodes(editor, { at: [index], voids: true });
    else for (const path of linePaths(editor, index)) clearPart(editor, path, selection);
  }
  const to = place.unref() ?? after.unref();
  after.unref();
  if (editor.children.length === 0) return;
  if (to && Editor.hasPath(editor, to.path)) Transforms.select(editor, to);
  else Transforms.select(editor, Editor.start(editor, [Math.min(first, editor.children.length - 1)]));
}

const coversWhole = (editor: RichTextSlate, selection: Range, index: number): boolean => {
  const [start, end] = Range.edges(selection);
  const [from, to] = Range.edges(Editor.range(editor, [index]));
  return !Point.isBefore(from, start) && !Point.isBefore(end, to);
};

/** The paths of all lines of a block: of its cells or parts, or its own. */
function linePaths(editor: RichTextSlate, index: number): Path[] {
  const block = asBlock(editor.children[index]);
  if (!block) return [];
  if (block.type === 'table')
    return block.children.flatMap((row, at) => row.children.map((_, column) => [index, at, column]));
  if (block.type === 'judgement' || block.type === 'decision')
    return block.children.map((_, at) => [index, at]);
  return [[index]];
}

/** Deletes what of a line lies in the selection. */
function clearPart(editor: RichTextSlate, path: Path, selection: Range): void {
  const line = Editor.range(editor, path);
  const part = Range.intersection(line, selection);
  if (!part || Range.isCollapsed(part)) return;
  if (Range.equals(part, line)) clearLine(editor, path);
  else Transforms.delete(editor, { at: part });
}

/** The blocks of a selection, each whole in the sense of the schema: what is not selected of a table is empty in it. */
export function copySelection(editor: RichTextSlate): Node[] {
  const { selection } = editor;
  if (!selection) return [];
  const [start, end] = Range.edges(selection);
  const [a, b] = [lineAt(editor, start), lineAt(editor, end)];
  const first = start.path[0] ?? 0;
  const last = end.path[0] ?? 0;
  // Words of one cell are words, not a table with one cell.
  if (a && b && a[1].length > 1 && a[1].join() === b[1].join())
    return [
      { id: editor.makeBlockId(), type: 'paragraph', children: sliceLine(editor, a[1], selection) },
    ] as Node[];
  const out: Node[] = [];
  for (let index = first; index <= last; index += 1) {
    const block = asBlock(editor.children[index]);
    if (!block) continue;
    const inner = Range.intersection(Editor.range(editor, [index]), selection);
    if (!inner) continue;
    if (!isMadeOfParts(block)) out.push(...Node.fragment(editor, inner));
    else out.push(...copyParts(editor, block, index, inner));
  }
  return out;
}

function copyParts(editor: RichTextSlate, block: Block, index: number, selection: Range): Node[] {
  const [start, end] = Range.edges(selection);
  const firstRow = start.path[1] ?? 0;
  const lastRow = end.path[1] ?? 0;
  const line = (path: Path) => sliceLine(editor, path, selection);
  if (block.type === 'table') {
    const cells = selectedCells(editor);
    if (cells) return [copyCells(cells)];
    const rows = block.children.slice(firstRow, lastRow + 1).map((row, at) => ({
      ...row,
      children: row.children.map((cell, column) => ({
        ...cell,
        children: line([index, firstRow + at, column]),
      })),
    }));
    return [{ ...block, header: block.header && firstRow === 0, children: rows } as unknown as Node];
  }
  if (block.type !== 'judgement' && block.type !== 'decision') return [];
  const parts = (block.children as readonly Block['children'][number][]).map((part, at) => ({
    ...part,
    children: line([index, at]),
  }));
  if (block.type === 'judgement') return [{ ...block, children: parts } as unknown as Node];
  // Whole branches only: half a branch would shift every `when` to a `then`.
  const kept = parts.filter((_, at) => {
    if (at === 0) return true;
    const branch = Math.floor((at - 1) / 2);
    return branch >= Math.floor((firstRow - 1) / 2) && branch <= Math.floor((lastRow - 1) / 2);
  });
  return [{ ...block, children: kept.length >= 3 ? kept : parts.slice(0, 3) } as unknown as Node];
}

/** What of a line lies in the selection; an empty text when nothing does. */
function sliceLine(editor: RichTextSlate, path: Path, selection: Range): Node[] {
  const part = Range.intersection(Editor.range(editor, path), selection);
  if (!part) return [{ text: '' }];
  let nodes: Node[] = Node.fragment(editor, part);
  for (let depth = 0; depth < path.length; depth += 1) {
    const [inner] = nodes;
    nodes = inner && 'children' in inner ? [...inner.children] : [];
  }
  return nodes.length > 0 ? nodes : [{ text: '' }];
}
