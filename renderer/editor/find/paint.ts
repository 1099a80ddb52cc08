import { type Editor, Element, Text } from 'slate';
import { ReactEditor } from 'slate-react';
import type { RichTextSlate } from '../core/slate-types.ts';
import { type Match, nodeAt, rangeOf } from './match-lines.ts';

// Matches are painted by the browser (CSS Custom Highlight API), not by Slate: decorations would draw thousands of
// leaves anew for every letter of the query, and the text itself stays untouched.

const ALL = 'rt-find';
const HERE = 'rt-find-here';

const canPaint = (): boolean =>
  typeof Highlight === 'function' && typeof CSS === 'object' && 'highlights' in CSS;

/** Paints the matches of an editor, the current one stronger. There is one find bar at work in a window. */
export function paintMatches(
  editor: RichTextSlate,
  matches: readonly Match[],
  current: Match | undefined,
): void {
  if (!canPaint()) return;
  const all = new Highlight();
  for (const match of matches) {
    if (match === current) continue;
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
