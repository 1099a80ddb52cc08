import { Editor, type Element, Node, Path, type Point, Range, Transforms } from 'slate';
import { ReactEditor } from 'slate-react';
import type { Block } from '../../../shared/richtext/document.ts';
import { lineAt } from '../commands/selection.ts';
import { asBlock } from '../core/convert.ts';
import { isMadeOfParts } from '../core/delete-parts.ts';
import { emptyParagraph } from '../core/new-blocks.ts';
import type { RichTextSlate } from '../core/slate-types.ts';

const LEFT_BY_ARROWS: ReadonlySet<string> = new Set([
  'table',
  'judgement',
  'decision',
  'callout',
  'code',
  'image',
  'file',
  'audio',
  'record',
]);

/**
 * Arrow up and down where the browser would go astray. In a table it walks from cell to cell of a row; here it goes to
 * the cell above or below. Against the edge of the document, it makes a line to go on writing. Gives false wherever the
 * browser, which knows where lines break, does right by itself.
 */
export function verticalArrow(editor: RichTextSlate, step: 1 | -1): boolean {
  const { selection } = editor;
  if (!selection || Range.isExpanded(selection)) return false;
  const point = selection.anchor;
  const [index = 0, part = 0, column = 0] = point.path;
  const block = asBlock(editor.children[index]);
  if (!block || !LEFT_BY_ARROWS.has(block.type)) return false;
  const parts: readonly unknown[] = isMadeOfParts(block) ? block.children : [0];
  const atEdge = parts.length === 1 || part === (step === 1 ? parts.length - 1 : 0);
  const neighbour = asBlock(editor.children[index + step]);
  if (block.type !== 'table' && (!atEdge || neighbour)) return false;
  if (!isOnEdgeLine(editor, step)) return false;
  if (!atEdge) moveInto(editor, [index, part + step, column], step);
  else if (neighbour) moveInto(editor, edgeLine(neighbour, index + step, step, column), step);
  else {
    const at = step === 1 ? index + 1 : 0;
    Transforms.insertNodes(editor, emptyParagraph(editor), { at: [at] });
    Transforms.select(editor, Editor.start(editor, [at]));
  }
  return true;
}

/** The line of a block that comes first from this side. */
function edgeLine(block: Block, index: number, step: 1 | -1, column: number): Path {
  if (!isMadeOfParts(block)) return [index];
  const row = step === 1 ? 0 : block.children.length - 1;
  if (block.type !== 'table') return [index, row];
  return [index, row, Math.min(column, (block.children[row]?.children.length ?? 1) - 1)];
}

/** Puts the cursor into a line, under (over) the place it comes from; at its beginning where nothing is drawn. */
function moveInto(editor: RichTextSlate, path: Path, step: 1 | -1): void {
  const from = editor.selection && caretBox(editor, editor.selection.anchor);
  const point = from && pointNear(editor, path, from.left, step);
  Transforms.select(editor, point ?? Editor.start(editor, path));
}

function pointNear(editor: RichTextSlate, path: Path, x: number, step: 1 | -1): Point | undefined {
  try {
    const line = ReactEditor.toDOMNode(editor, Node.get(editor, path) as Element);
    const range = line.ownerDocument.createRange();
    range.selectNodeContents(line);
    const boxes = [...range.getClientRects()].filter(({ height }) => height > 0);
    const box = step === 1 ? boxes[0] : boxes.at(-1);
    const right = Math.max(...boxes.map((each) => each.right));
    const left = Math.min(...boxes.map((each) => each.left));
    if (!box) return undefined;
    const within = Math.min(Math.max(x, left + 1), right - 1);
    const place = line.ownerDocument.caretPositionFromPoint(within, (box.top + box.bottom) / 2);
    if (!place) return undefined;
    const point = ReactEditor.toSlatePoint(editor, [place.offsetNode, place.offset], {
      exactMatch: false,
      suppressThrow: true,
    });
    return point && Path.isAncestor(path, point.path) ? point : undefined;
  } catch {
    // Out of sight, or being drawn at this very moment.
    return undefined;
  }
}

/** True when no line of the same cell, part or block stands above (below) the cursor, also not by wrapping. */
function isOnEdgeLine(editor: RichTextSlate, step: 1 | -1): boolean {
  const point = editor.selection?.anchor;
  const line = point && lineAt(editor, point);
  if (!point || !line) return false;
  const edge = step === 1 ? Editor.end(editor, line[1]) : Editor.start(editor, line[1]);
  const rest = Editor.string(editor, { anchor: point, focus: edge });
  if (rest.includes('\n')) return false;
  if (rest === '' || editor.isVoid(Node.get(editor, line[1]) as never)) return true;
  const here = caretBox(editor, point);
  const there = caretBox(editor, edge);
  if (!here || !there) return true;
  return step === 1 ? there.top < here.bottom : there.bottom > here.top;
}

function caretBox(editor: RichTextSlate, at: Point): DOMRect | undefined {
  try {
    const range = ReactEditor.toDOMRange(editor, { anchor: at, focus: at });
    const box = range.getBoundingClientRect();
    return box.height > 0 ? box : range.getClientRects()[0];
  } catch {
    // Being drawn at this very moment: the next press finds it.
    return undefined;
  }
}
