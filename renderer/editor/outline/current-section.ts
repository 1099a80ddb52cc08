import { useEffect, useState } from 'react';
import type { OfferedText } from './text-place.tsx';

/** How far below the top of the window the line is that says which section one reads. */
const READING_LINE = 0.28;

/** The headings as they are drawn, in order: the n-th is the n-th heading of the document. */
export const headingElements = (root: HTMLElement): HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>('.rt-heading'),
];

/** Which heading heads what one writes or reads now: where the cursor is when it can be seen, else what stands near the top. */
export function useCurrentHeading(text: OfferedText | undefined): number {
  const [at, setAt] = useState(-1);
  useEffect(() => {
    if (!text) return undefined;
    let headings = headingElements(text.root);
    let isIncomplete = true;
    let waiting = 0;
    const look = () => {
      waiting = 0;
      // A long text is drawn portion by portion after it was opened.
      if (isIncomplete) headings = headingElements(text.root);
      isIncomplete = text.root.querySelector('[data-waiting]') !== null;
      const here = cursorElement(text.root) ?? elementAtReadingLine(text.root);
      if (here) setAt(lastBefore(headings, here));
    };
    const later = () => {
      if (waiting === 0) waiting = requestAnimationFrame(look);
    };
    look();
    document.addEventListener('selectionchange', later);
    window.addEventListener('scroll', later, { capture: true, passive: true });
    return () => {
      cancelAnimationFrame(waiting);
      document.removeEventListener('selectionchange', later);
      window.removeEventListener('scroll', later, { capture: true });
    };
  }, [text]);
  return at;
}

function cursorElement(root: HTMLElement): Element | undefined {
  const selection = document.getSelection();
  const node = selection?.anchorNode;
  if (!node || !root.contains(node) || !root.contains(document.activeElement)) return undefined;
  const element = node instanceof Element ? node : node.parentElement;
  const rect = element?.getBoundingClientRect();
  return element && rect && rect.bottom > 0 && rect.top < window.innerHeight ? element : undefined;
}

/** Asked by a point, not by the places of all headings: those of far parts of a long text would first have to be laid out. */
function elementAtReadingLine(root: HTMLElement): Element | undefined {
  const box = root.getBoundingClientRect();
  const x = box.left + box.width / 2;
  const wanted = window.innerHeight * READING_LINE;
  const y = Math.min(Math.max(wanted, box.top + 1), box.bottom - 1);
  for (const step of [0, 14, 28, -14, -28]) {
    const element = document
      .elementsFromPoint(x, y + step)
      .find((each) => root.contains(each) && each !== root);
    if (element && !element.matches('[data-slate-chunk], .rt')) return element;
  }
  return undefined;
}

/** Index of the last heading that stands before the element, or is it, or holds it; `-1` above the first. */
function lastBefore(headings: readonly HTMLElement[], element: Element): number {
  let low = 0;
  let high = headings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const heading = headings[middle]!;
    const isBefore =
      heading.contains(element) ||
      (heading.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    if (isBefore) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
