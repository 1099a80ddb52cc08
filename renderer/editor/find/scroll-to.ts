/**
 * Brings an element into the middle of what scrolls around it. Far parts of a long text have only a guessed height
 * until they are near, so one jump may miss: looked at again for a few frames, until it stands where one sees it.
 */
export function scrollToElement(
  element: HTMLElement,
  rect: () => DOMRect = () => element.getBoundingClientRect(),
): void {
  let tries = 4;
  const step = () => {
    if (!element.isConnected) return;
    if (tries < 4 && isSeen(element, rect())) return;
    element.scrollIntoView({ block: 'center', inline: 'nearest' });
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
