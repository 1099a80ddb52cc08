import { Editor, type Element, Node, type Path, type Point, Range, Text } from 'slate';
import type { Block } from '../../../shared/richtext/document.ts';
import { asBlock } from '../core/convert.ts';
import type { RichTextSlate } from '../core/slate-types.ts';

export type BlockEntry = readonly [block: Block, path: Path];

/** The block a point stands in; `undefined` when the point does not exist any more. */
export function blockAt(editor: RichTextSlate, point: Point): BlockEntry | undefined {
  const index = point.path[0];
  if (index === undefined) return undefined;
  const block = asBlock(editor.children[index]);
  return block ? [block, [index]] : undefined;
}

/** The block of the cursor, only when nothing is selected. */
export function cursorBlock(editor: RichTextSlate): BlockEntry | undefined {
  const { selection } = editor;
  return selection && Range.isCollapsed(selection) ? blockAt(editor, selection.anchor) : undefined;
}

/**
 * First and last index of the blocks the selection touches. A selection that ends at the very start of a block does
 * not mean that block: dragging over three lines ends, for the browser, at the start of the fourth.
 */
export function selectedSpan(editor: RichTextSlate): readonly [first: number, last: number] | undefined {
  const { selection } = editor;
  if (!selection) return undefined;
  const [start, end] = Range.edges(selection);
  const first = start.path[0];
  let last = end.path[0];
  if (first === undefined || last === undefined) return undefined;
  if (last > first && Editor.isStart(editor, end, [last])) last -= 1;
  return [first, last];
}

export function selectedBlocks(editor: RichTextSlate): BlockEntry[] {
  const span = selectedSpan(editor);
  if (!span) return [];
  const entries: BlockEntry[] = [];
  for (let index = span[0]; index <= span[1]; index += 1) {
    const block = asBlock(editor.children[index]);
    if (block) entries.push([block, [index]]);
  }
  return entries;
}

/** Blocks that show something although no letter stands in them: a frame, a picture, a rule. */
const SHOWING: ReadonlySet<string> = new Set([
  'divider',
  'image',
  'file',
  'audio',
  'record',
  'table',
  'judgement',
  'decision',
]);

/** True when nobody could see anything in the block: no letter, no mention, no frame. */
export const isEmptyBlock = (editor: RichTextSlate, block: Block): boolean =>
  !SHOWING.has(block.type) && saysNothing(editor, block);

/** What holds one line of words: a block, a cell of a table, a part of a judgement or a decision. */
export type LineEntry = readonly [line: Element, path: Path];

/** The line a point stands in: the lowest element that is not a link or a mention. */
export function lineAt(editor: RichTextSlate, point: Point): LineEntry | undefined {
  return Editor.above(editor, {
    at: point,
    match: (node) => Node.isElement(node) && !editor.isInline(node),
    mode: 'lowest',
    voids: true,
  });
}

/** The line of the cursor, only when nothing is selected. */
export function cursorLine(editor: RichTextSlate): LineEntry | undefined {
  const { selection } = editor;
  return selection && Range.isCollapsed(selection) ? lineAt(editor, selection.anchor) : undefined;
}

/** True when the line, or every line in the block, says nothing. Looks no further than to the first that does. */
export const saysNothing = (editor: RichTextSlate, node: Element): boolean =>
  node.children.every((child) => {
    if (Text.isText(child)) return child.text === '';
    return !(editor.isInline(child) && child.type !== 'link') && saysNothing(editor, child);
  });
