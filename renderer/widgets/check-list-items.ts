// What happens to the lines of a check list, as pure functions: agenda, goals and actions are all such lists.

export interface CheckItem {
  readonly id: string;
  readonly text: string;
  readonly done: boolean;
}

/** Ids of lines only need to differ within their list. */
export const makeItemId = (): string => globalThis.crypto.randomUUID().slice(0, 18);

/** Moves the line at `from` to stand at `to`. Places outside the list leave it unchanged. */
export const moveItem = <Item>(items: readonly Item[], from: number, to: number): Item[] => {
  const next = [...items];
  if (from < 0 || from >= next.length || to < 0 || to >= next.length || from === to) return next;
  const [item] = next.splice(from, 1);
  next.splice(to, 0, item as Item);
  return next;
};

/** The lines of a text that was typed or pasted; list signs at their start are taken off. */
export const linesOfText = (text: string): string[] =>
  text
    .split(/\r\n?|\n/u)
    .map((line) => line.replace(/^\s*(?:[-*•–—☐☑]|\[[ xX]?\]|\p{Nd}{1,3}[.)、．])\s+/u, '').trim())
    .filter((line) => line !== '')
    .map((line) => line.slice(0, 2_000));

/** Puts a line back where it was, or at the end when the list became shorter. Does nothing if it is there already. */
export const putBack = <Item extends { readonly id: string }>(
  items: readonly Item[],
  item: Item,
  at: number,
): Item[] =>
  items.some((one) => one.id === item.id) ? [...items] : [...items.slice(0, at), item, ...items.slice(at)];
