import { type RefObject, useLayoutEffect } from 'react';
import { Editor, type Range } from 'slate';
import { ReactEditor } from 'slate-react';
import type { RichTextSlate } from '../core/slate-types.ts';

const GAP = 6;
const EDGE = 8;

/** Where a range stands on the screen; `undefined` when it is not drawn (not yet, or not any more). */
export function rectOf(editor: RichTextSlate, range: Range): DOMRect | undefined {
  if (!Editor.hasRange(editor, range)) return undefined;
  try {
    const domRange = ReactEditor.toDOMRange(editor, range);
    const rects = [...domRange.getClientRects()].filter((rect) => rect.height > 0);
    return rects[0] ?? domRange.getBoundingClientRect();
  } catch {
    // Slate cannot find a point that is being drawn at this very moment; the next change places the panel.
    return undefined;
  }
}

/**
 * Keeps a floating panel at a place in the text: below it or above it, whichever has room, and never off the screen.
 * Done by hand, through properties: our content policy allows no style attributes in markup.
 */
export function useAnchored(
  panel: RefObject<HTMLElement | null>,
  rect: () => DOMRect | undefined,
  side: 'below' | 'above',
  tick: unknown,
  ceiling: () => number = () => EDGE,
): void {
  useLayoutEffect(() => {
    const element = panel.current;
    if (!element) return undefined;
    const place = () => {
      const target = rect();
      if (!target) return;
      const { width, height } = element.getBoundingClientRect();
      const rtl = getComputedStyle(element).direction === 'rtl';
      const wanted = rtl ? target.right - width : target.left;
      const below = target.bottom + GAP;
      const above = target.top - height - GAP;
      const fitsBelow = below + height <= window.innerHeight - EDGE;
      const top =
        side === 'below' ? (fitsBelow || above < EDGE ? below : above) : above >= ceiling() ? above : below;
      element.style.left = `${Math.round(Math.min(Math.max(wanted, EDGE), window.innerWidth - width - EDGE))}px`;
      element.style.top = `${Math.round(top)}px`;
    };
    place();
    window.addEventListener('resize', place);
    window.addEventListener('scroll', place, true);
    return () => {
      window.removeEventListener('resize', place);
      window.removeEventListener('scroll', place, true);
    };
    // `tick` says when the text has moved.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [panel, side, tick]);
}
