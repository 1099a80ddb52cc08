/** One line of the palette. */
export interface PaletteEntry {
  readonly id: string;
  readonly group: 'commands' | 'records' | 'search';
  readonly label: string;
  readonly run: () => void;
}

const fold = (text: string): string => text.normalize('NFKC').toLocaleLowerCase();

/** Commands whose words all begin somewhere in the label ("th da" finds "Dark theme"). No query: all of them. */
export const matchCommands = <Entry extends { readonly label: string }>(
  entries: readonly Entry[],
  query: string,
): readonly Entry[] => {
  const words = fold(query).split(/\s+/u).filter(Boolean);
  if (words.length === 0) return entries;
  return entries.filter((entry) => {
    const label = fold(entry.label);
    return words.every((word) => label.includes(word));
  });
};

/** A command whose label begins with what was typed is what was meant: it goes before the records. */
export const isMeant = (entry: { readonly label: string }, query: string): boolean =>
  fold(query.trim()).length > 1 && fold(entry.label).startsWith(fold(query.trim()));

/** Where the highlight goes; it runs around the ends. */
export const stepIndex = (at: number, by: number, count: number): number =>
  count === 0 ? -1 : (at + by + count) % count;
