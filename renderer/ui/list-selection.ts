/**
 * Focus and selection in a list, as a pure function of keys: what a keyboard or a click does, whatever draws it.
 * Focus roams (one row in the tab order); selection is a set that Space, Shift and Ctrl/Cmd change.
 */
export interface ListState {
  readonly focused: string | null;
  /** Where a Shift range starts. */
  readonly anchor: string | null;
  readonly selected: ReadonlySet<string>;
}

export type ListAction =
  | { readonly type: 'move'; readonly by: number; readonly extend: boolean }
  | { readonly type: 'jump'; readonly to: 'first' | 'last'; readonly extend: boolean }
  | { readonly type: 'focus'; readonly key: string }
  | { readonly type: 'toggle'; readonly key: string }
  | { readonly type: 'range'; readonly key: string }
  | { readonly type: 'all' }
  | { readonly type: 'clear' };

export const emptyListState: ListState = { focused: null, anchor: null, selected: new Set() };

const rangeOf = (keys: readonly string[], from: string, to: string): ReadonlySet<string> => {
  const a = keys.indexOf(from);
  const b = keys.indexOf(to);
  if (a < 0 || b < 0) return new Set([to]);
  return new Set(keys.slice(Math.min(a, b), Math.max(a, b) + 1));
};

const moveTo = (state: ListState, keys: readonly string[], at: number, extend: boolean): ListState => {
  const key = keys[Math.min(keys.length - 1, Math.max(0, at))];
  if (key === undefined) return state;
  if (!extend) return { ...state, focused: key, anchor: key };
  const anchor = state.anchor ?? state.focused ?? key;
  return { focused: key, anchor, selected: rangeOf(keys, anchor, key) };
};

/** The state after an action. `keys` are the rows in order; rows that are gone drop out of focus and selection. */
export const reduceList = (state: ListState, action: ListAction, keys: readonly string[]): ListState => {
  switch (action.type) {
    case 'move': {
      const at = state.focused === null ? -1 : keys.indexOf(state.focused);
      if (at < 0) return moveTo(state, keys, action.by > 0 ? 0 : keys.length - 1, action.extend);
      return moveTo(state, keys, at + action.by, action.extend);
    }
    case 'jump':
      return moveTo(state, keys, action.to === 'first' ? 0 : keys.length - 1, action.extend);
    case 'focus':
      return keys.includes(action.key) ? { ...state, focused: action.key, anchor: action.key } : state;
    case 'toggle': {
      if (!keys.includes(action.key)) return state;
      const selected = new Set(state.selected);
      if (!selected.delete(action.key)) selected.add(action.key);
      return { focused: action.key, anchor: action.key, selected };
    }
    case 'range': {
      const anchor = state.anchor ?? state.focused ?? action.key;
      return { focused: action.key, anchor, selected: rangeOf(keys, anchor, action.key) };
    }
    case 'all':
      return { ...state, selected: new Set(keys) };
    case 'clear':
      return { ...state, selected: new Set() };
  }
};

/** What a key press means in a list, or null. `page` is the number of rows in view. */
export const actionForKey = (
  event: {
    readonly key: string;
    readonly shiftKey: boolean;
    readonly ctrlKey: boolean;
    readonly metaKey: boolean;
  },
  state: ListState,
  page: number,
  isMulti: boolean,
): ListAction | null => {
  const extend = isMulti && event.shiftKey;
  switch (event.key) {
    case 'ArrowDown':
      return { type: 'move', by: 1, extend };
    case 'ArrowUp':
      return { type: 'move', by: -1, extend };
    case 'PageDown':
      return { type: 'move', by: page, extend };
    case 'PageUp':
      return { type: 'move', by: -page, extend };
    case 'Home':
      return { type: 'jump', to: 'first', extend };
    case 'End':
      return { type: 'jump', to: 'last', extend };
    case ' ':
      return isMulti && state.focused !== null ? { type: 'toggle', key: state.focused } : null;
    case 'a':
    case 'A':
      return isMulti && (event.ctrlKey || event.metaKey) ? { type: 'all' } : null;
    case 'Escape':
      return isMulti && state.selected.size > 0 ? { type: 'clear' } : null;
    default:
      return null;
  }
};
