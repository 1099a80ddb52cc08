import { type RefObject, useLayoutEffect } from 'react';
import { ReactEditor } from 'slate-react';
import type { RichTextSlate } from '../core/slate-types.ts';

const GAP = 6;
const EDGE = 8;

/**
 * Keeps a bar at the upper edge of a block, on the side where its lines end; over a tall block it stays in sight
 * while one scrolls. Done through properties: our content policy allows no style attributes in markup.
 */
export function useDocked(bar: RefObject<HTMLElement | null>, editor: RichTextSlate, index: number): void {
  useLayoutEffect(() => {
    const element = bar.current;
    if (!element) return undefined;
    const place = () => {
      const node = editor.children[index];
      if (!node) return;
      let target: DOMRect;
      try {
        target = ReactEditor.toDOMNode(editor, node).getBoundingClientRect();
      } catch {
        // Being drawn at this very moment: the next scroll or change places the bar.
        return;
      }
      const { width, height } = element.getBoundingClientRect();
      const rtl = getComputedStyle(ReactEditor.toDOMNode(editor, node)).direction === 'rtl';
      const ceiling = topOf(editor) + EDGE / 2;
      const left = rtl ? target.left : target.right - width;
      element.style.left = `${Math.round(Math.min(Math.max(left, EDGE), window.innerWidth - width - EDGE))}px`;
      element.style.top = `${Math.round(Math.max(target.top - height + GAP, ceiling))}px`;
      element.hidden = target.bottom < ceiling + height || target.top > window.innerHeight;
    };
    place();
    // The block may still be growing into its place: fonts, pictures above it.
    const frame = requestAnimationFrame(place);
    window.addEventListener('resize', place);
    window.addEventListener('scroll', place, true);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('resize', place);
      window.removeEventListener('scroll', place, true);
    };
  });
}

/** Where the bars that are always there end. */
function topOf(editor: RichTextSlate): number {
  const fixed = ReactEditor.toDOMNode(editor, editor)
    .closest('.rt-editor')
    ?.querySelector('.rt-bars, .rt-toolbar');
  return fixed && !fixed.closest('.rt-calm') ? fixed.getBoundingClientRect().bottom : 0;
}
