import { type Editor, Element, Text } from 'slate';
import { ReactEditor } from 'slate-react';
import type { RichTextSlate } from '../core/slate-types.ts';
import { blockAtHeight, indexOfElement } from '../view/block-at.ts';
import { isRowDrawn } from '../view/table-window.ts';
import { type Match, nodeAt, rangeOf } from './match-lines.ts';

// Matches are painted by the browser (CSS Custom Highlight API), not by Slate: decorations would draw thousands of
// leaves anew for every letter of the query, and the text itself stays untouched.

const ALL = 'rt-find';
const HERE = 'rt-find-here';

const canPaint = (): boolean =>
  typeof Highlight === 'function' && typeof CSS === 'object' && 'highlights' in CSS;

/** Blocks above and below the window that are painted as well, so that a small scroll shows nothing bare. */
const AROUND = 25;

/**
 * Paints the matches that can be seen, the current one stronger. Only those: the browser checks all painted places at
 * every change of the page, and two thousand of them cost a key 100 ms. There is one find bar at work in a window.
 */
export function paintMatches(
  editor: RichTextSlate,
  matches: readonly Match[],
  current: Match | undefined,
): void {
  if (!canPaint()) return;
  const { first, last } = seenBlocks(editor);
  const all = new Highlight();
  for (let at = firstFrom(matches, first); at < matches.length; at += 1) {
    const match = matches[at];
    if (!match || (match.path[0] ?? 0) > last) break;
    if (match === current || !isRowDrawn(editor, match.path)) continue;
    const range = domRangeOf(editor, match);
    if (range) all.add(range);
  }
  const here = new Highlight();
  here.priority = 1;
  const range = current && domRangeOf(editor, current);
  if (range) here.add(range);
  CSS.highlights.set(ALL, all);
  CSS.highlights.set(HERE, here);
}

/** Which blocks the window shows, with some around them. */
function seenBlocks(editor: RichTextSlate): { readonly first: number; readonly last: number } {
  const root = ReactEditor.toDOMNode(editor, editor);
  const box = root.getBoundingClientRect();
  const top = indexOfElement(editor, blockAtHeight(root, Math.max(box.top, 0) + 1));
  const bottom = indexOfElement(editor, blockAtHeight(root, Math.min(box.bottom, window.innerHeight) - 1));
  // The padding of a short text holds no block: it is all there is to see.
  return {
    first: top === -1 ? 0 : top - AROUND,
    last: (bottom === -1 ? (top === -1 ? 0 : editor.children.length) : bottom) + AROUND,
  };
}

/** Index of the first match in the block or after it. */
function firstFrom(matches: readonly Match[], block: number): number {
  let low = 0;
  let high = matches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((matches[middle]?.path[0] ?? 0) < block) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function clearPaint(): void {
  if (!canPaint()) return;
  CSS.highlights.delete(ALL);
  CSS.highlights.delete(HERE);
}

/**
 * Where a match is drawn. Static, as thousands of live ranges would be kept right by the browser at every key;
 * `undefined` when its line is not drawn now.
 */
export function domRangeOf(editor: RichTextSlate, match: Match): StaticRange | undefined {
  if (match.isName) {
    const dom = elementOf(editor, match);
    const name = dom?.querySelector('.rt-mention') ?? dom;
    return name ? staticRange(name, 0, name, name.childNodes.length) : undefined;
  }
  const range = rangeOf(editor, match);
  const start = range && domPoint(editor, range.anchor);
  const end = range && domPoint(editor, range.focus);
  return start && end ? staticRange(start[0], start[1], end[0], end[1]) : undefined;
}

function staticRange(
  startContainer: Node,
  startOffset: number,
  endContainer: Node,
  endOffset: number,
): StaticRange {
  return new StaticRange({ startContainer, startOffset, endContainer, endOffset });
}

/** Slate's own way to a DOM point looks through the whole line each time; a leaf of ours is always one string. */
function domPoint(
  editor: RichTextSlate,
  { path, offset }: { readonly path: readonly number[]; readonly offset: number },
): readonly [Node, number] | undefined {
  const leaf = nodeAt(editor as Editor, path as number[]);
  if (!Text.isText(leaf)) return undefined;
  const dom = drawn(editor, leaf)?.querySelector('[data-slate-string]')?.firstChild;
  return dom ? [dom, Math.min(offset, dom.textContent?.length ?? 0)] : undefined;
}

/** The element of the line a match is in, or of the mention or card it names. */
export function elementOf(editor: RichTextSlate, match: Match): HTMLElement | undefined {
  const node = nodeAt(editor as Editor, match.path);
  return Element.isElement(node) ? drawn(editor, node) : undefined;
}

function drawn(editor: RichTextSlate, node: Element | Text): HTMLElement | undefined {
  try {
    return ReactEditor.toDOMNode(editor, node);
  } catch {
    // Not drawn yet: the next drawing paints it.
    return undefined;
  }
}
