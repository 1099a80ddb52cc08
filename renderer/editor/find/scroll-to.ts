interface ScrollTo {
  readonly block?: ScrollLogicalPosition;
  /** What must be seen in the end, when it is less than the element: a word of a long paragraph. */
  readonly rect?: () => DOMRect;
}

/**
 * Brings an element into sight in what scrolls around it. Far parts of a long text have only a guessed height until
 * they are near, so one jump may miss: looked at again for a few frames, until it stands where one sees it.
 */
export function scrollToElement(element: HTMLElement, { block = 'center', rect }: ScrollTo = {}): void {
  let tries = 4;
  const step = () => {
    if (!element.isConnected) return;
    const target = rect?.() ?? element.getBoundingClientRect();
    if (tries < 4 && isSeen(element, target)) return;
    element.scrollIntoView({ block, inline: 'nearest' });
    // A paragraph taller than the window: the word itself is what one wants to see.
    const after = rect?.();
    if (after && !isSeen(element, after)) {
      const scroller = scrollerOf(element);
      scroller.scrollTop += after.top - scroller.clientHeight / 2;
    }
    tries -= 1;
    if (tries > 0) requestAnimationFrame(step);
  };
  step();
}

/** The nearest ancestor that scrolls its content, or the window's own. */
export function scrollerOf(element: Element): HTMLElement {
  for (let above = element.parentElement; above; above = above.parentElement) {
    const { overflowY } = getComputedStyle(above);
    if ((overflowY === 'auto' || overflowY === 'scroll') && above.scrollHeight > above.clientHeight)
      return above;
  }
  return (document.scrollingElement ?? document.documentElement) as HTMLElement;
}

function isSeen(element: Element, rect: DOMRect): boolean {
  const frame = scrollerOf(element);
  const box = frame === document.scrollingElement ? undefined : frame.getBoundingClientRect();
  const top = Math.max(box?.top ?? 0, 0);
  const bottom = Math.min(box?.bottom ?? window.innerHeight, window.innerHeight);
  return rect.top >= top && Math.min(rect.bottom, rect.top + bottom - top) <= bottom;
}
