// The browser shell hands its key over in the fragment (`#t=…`), which never leaves the browser. It is taken out of the
// address bar at once, so that it is neither bookmarked nor copied along, and kept for this tab only.
const PLACE = 'heirloom.key';

export interface KeyPlaces {
  readonly location: { hash: string; pathname: string; search: string };
  readonly history: { replaceState: (data: unknown, unused: string, url: string) => void };
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
}

/** The bearer token of this tab, or null when the address brought none and none was kept. */
export const takeKey = ({ location, history, storage }: KeyPlaces): string | null => {
  const match = /^#t=([A-Za-z0-9_-]{1,200})(?:&|$)/.exec(location.hash);
  const key = match?.[1];
  if (key === undefined) return storage.getItem(PLACE);
  storage.setItem(PLACE, key);
  history.replaceState(null, '', `${location.pathname}${location.search}`);
  return key;
};
