import { Editor, Element, type Node, type Operation, type Path, Text, Transforms } from 'slate';
import { CELL_ALIGNMENTS, MAX_CELLS, MAX_ROWS } from '../../../shared/richtext/block-parts.ts';
import { MARKS } from '../../../shared/richtext/document.ts';
import type { RichTextSlate } from './slate-types.ts';

const MARK_NAMES: ReadonlySet<string> = new Set([...MARKS, 'text']);
const CELL_KEYS: ReadonlySet<string> = new Set(['type', 'align', 'children']);

/**
 * Whole rows and cells that come into a table or leave it need no repair inside: only the table is looked at again,
 * whether its rows are still of one length. Slate would go through every letter of what comes in, and for each of the
 * 500 cells of a new column through what the 499 others asked for: seconds, also for taking them back by undo.
 */
export function withTables(editor: RichTextSlate): RichTextSlate {
  const { getDirtyPaths, undo, redo } = editor;
  editor.getDirtyPaths = (operation) => pathsToRepair(editor, operation) ?? getDirtyPaths(operation);
  editor.undo = () => withoutSelection(editor, editor.history.undos.at(-1), undo);
  editor.redo = () => withoutSelection(editor, editor.history.redos.at(-1), redo);
  return editor;
}

/** More steps than this at once are the rows or the columns of a large table. */
const MANY = 100;

/**
 * Goes back or forth over many steps with nothing selected, and selects what was before them afterwards: for a cursor in
 * what goes, Slate looks for a place through the whole text, row after row.
 */
function withoutSelection(
  editor: RichTextSlate,
  batch: RichTextSlate['history']['undos'][number] | undefined,
  go: () => void,
): void {
  if (!batch || batch.operations.length <= MANY) return go();
  const { selection } = editor;
  Transforms.deselect(editor);
  go();
  const there = [batch.selectionBefore, selection].find((range) => range && Editor.hasRange(editor, range));
  if (there) return Transforms.select(editor, there);
  // What was selected is partly gone: as near to it as there is something.
  const path = [...(batch.selectionBefore?.anchor.path ?? [])];
  while (!Editor.hasPath(editor, path)) path.pop();
  Transforms.select(editor, Editor.start(editor, path));
}

function pathsToRepair(editor: RichTextSlate, operation: Operation): Path[] | undefined {
  if (operation.type === 'insert_node') {
    const { node, path } = operation;
    const [index = 0] = path;
    if (!Element.isElement(node) || !fits(editor, node, path)) return undefined;
    const inside: Path[] = [];
    return addUnclean(node, path, inside) ? [[], [index], ...inside] : undefined;
  }
  if (operation.type === 'remove_node') {
    const { path } = operation;
    const [index = 0, row = 0] = path;
    const table = editor.children[index];
    if (path.length < 2 || !Element.isElement(table) || table.type !== 'table') return undefined;
    const above: Node | undefined = path.length === 2 ? table : table.children[row];
    // The last one leaves something empty behind, which is a repair of its own.
    return path.length <= 3 && Element.isElement(above) && above.children.length > 1
      ? [[], [index]]
      : undefined;
  }
  if (operation.type === 'move_node') {
    const { path, newPath } = operation;
    const [index = 0, row] = path;
    const table = editor.children[index];
    const stays = path.length === 3 && newPath.length === 3 && newPath[0] === index && newPath[1] === row;
    return stays && Element.isElement(table) && table.type === 'table' ? [[], [index]] : undefined;
  }
  return undefined;
}

/** A table among blocks, a row in a table, a cell in a row. */
function fits(editor: RichTextSlate, node: Element, path: Path): boolean {
  const [index = 0, row = 0] = path;
  if (node.type === 'table') return path.length === 1;
  const table = editor.children[index];
  if (!Element.isElement(table) || table.type !== 'table') return false;
  if (node.type === 'row') return path.length === 2;
  return node.type === 'cell' && path.length === 3 && (table.children[row] as Node | undefined) !== undefined;
}

/** Collects the cells that need a look. False when the whole does: it holds something else than rows and cells. */
function addUnclean(node: Element, path: Path, out: Path[]): boolean {
  if (node.type === 'cell') {
    if (isPlainCell(node)) return true;
    out.push(path.slice(0, -1), path);
    addInside(node, path, out);
    return true;
  }
  const isTable = node.type === 'table';
  const most = isTable ? MAX_ROWS : MAX_CELLS;
  if (node.children.length === 0 || node.children.length > most) return false;
  const inner = isTable ? 'row' : 'cell';
  return node.children.every(
    (child: Node, at) =>
      Element.isElement(child) && child.type === inner && addUnclean(child, [...path, at], out),
  );
}

function addInside(node: Element, path: Path, out: Path[]): void {
  node.children.forEach((child: Node, at) => {
    const inner = [...path, at];
    out.push(inner);
    if (Element.isElement(child)) addInside(child, inner, out);
  });
}

/** One run of words with known marks: what nearly every cell is. */
function isPlainCell(cell: Element): boolean {
  const [only] = cell.children;
  if (cell.type !== 'cell' || cell.children.length !== 1 || !Text.isText(only)) return false;
  if (cell.align !== undefined && !CELL_ALIGNMENTS.includes(cell.align)) return false;
  return (
    Object.keys(only).every((key) => MARK_NAMES.has(key)) &&
    Object.keys(cell).every((key) => CELL_KEYS.has(key))
  );
}
