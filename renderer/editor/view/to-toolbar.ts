/**
 * Goes to a toolbar, as Alt+F10 does in other editors: Tab may belong to a list. The bar of the table one stands in is
 * nearer; from there, the same key goes on to the one that is always there.
 */
export function toToolbar(frame: HTMLElement | null): true {
  const [always, near] = ['.rt-toolbar', '.rt-block-bar:not([hidden])'].map((bar) =>
    frame?.querySelector<HTMLElement>(bar),
  );
  const bar = near && !near.contains(document.activeElement) ? near : always;
  bar?.querySelector<HTMLElement>('button[tabindex="0"]')?.focus();
  return true;
}
