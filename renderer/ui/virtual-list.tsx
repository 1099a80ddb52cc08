import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { Check } from 'lucide-react';
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { cx } from './cx.ts';
import {
  actionForKey,
  emptyListState,
  type ListAction,
  type ListState,
  reduceList,
} from './list-selection.ts';

export interface VirtualListItemState {
  readonly isCurrent: boolean;
  readonly isSelected: boolean;
}

export interface VirtualListProps<Item> {
  readonly label: string;
  readonly items: readonly Item[];
  readonly itemKey: (item: Item) => string;
  /** Inside of a row: words and marks only, nothing one can focus. */
  readonly renderItem: (item: Item, state: VirtualListItemState) => ReactNode;
  /** Neighbours with the same group id stand under one heading. */
  readonly groupOf?: (item: Item) => { readonly id: string; readonly title: string };
  /** The row whose page is open. */
  readonly currentKey?: string | null | undefined;
  readonly onOpen: (item: Item) => void;
  /** Give both to allow choosing many (Space, Shift + arrows, Ctrl/Cmd + A, Ctrl/Cmd or Shift + click). */
  readonly selected?: ReadonlySet<string>;
  readonly onSelectionChange?: (keys: ReadonlySet<string>) => void;
  /** Rows may grow; this is the first guess in pixels. */
  readonly rowHeight?: number;
  /** Lists with the same key find their scroll place again. */
  readonly placeKey?: string;
  readonly onEndReached?: () => void;
  readonly empty?: ReactNode;
  readonly className?: string | undefined;
}

type Line<Item> =
  | { readonly type: 'heading'; readonly key: string; readonly title: string }
  | { readonly type: 'item'; readonly key: string; readonly item: Item; readonly at: number };

// Where each list was scrolled to, for the life of the window.
const places = new Map<string, number>();
const HEADING_HEIGHT = 32;

const linesOf = <Item,>(
  items: readonly Item[],
  itemKey: (item: Item) => string,
  groupOf: VirtualListProps<Item>['groupOf'],
): ReadonlyArray<Line<Item>> => {
  const lines: Line<Item>[] = [];
  let group: string | null = null;
  for (const [at, item] of items.entries()) {
    const next = groupOf?.(item);
    if (next && next.id !== group) {
      group = next.id;
      lines.push({ type: 'heading', key: `heading ${next.id} ${at}`, title: next.title });
    }
    lines.push({ type: 'item', key: itemKey(item), item, at });
  }
  return lines;
};

/** A list of any length: only what is in view is mounted (and the focused row, so that focus never falls off). */
export function VirtualList<Item>({
  label,
  items,
  itemKey,
  renderItem,
  groupOf,
  currentKey = null,
  onOpen,
  selected,
  onSelectionChange,
  rowHeight = 60,
  placeKey,
  onEndReached,
  empty,
  className,
}: VirtualListProps<Item>) {
  const isMulti = onSelectionChange !== undefined;
  const scroller = useRef<HTMLDivElement>(null);
  const baseId = useId();
  const [own, setOwn] = useState<ListState>(emptyListState);
  const lines = useMemo(() => linesOf(items, itemKey, groupOf), [items, itemKey, groupOf]);
  const keys = useMemo(() => items.map(itemKey), [items, itemKey]);
  const lineAt = useMemo(() => new Map(lines.map((line, at) => [line.key, at])), [lines]);
  const chosen = selected ?? emptyListState.selected;
  const focused = own.focused !== null && lineAt.has(own.focused) ? own.focused : null;
  const state: ListState = { ...own, focused, selected: chosen };
  // The one row in the tab order: the focused one, else the open one, else the first.
  const tabKey = focused ?? (currentKey !== null && lineAt.has(currentKey) ? currentKey : (keys[0] ?? null));

  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => (lines[at]?.type === 'heading' ? HEADING_HEIGHT : rowHeight),
    getItemKey: (at) => lines[at]?.key ?? at,
    overscan: 8,
    paddingStart: 6,
    paddingEnd: 24,
    scrollPaddingStart: 6,
    scrollPaddingEnd: 24,
    initialOffset: placeKey === undefined ? 0 : (places.get(placeKey) ?? 0),
    initialRect: { width: 320, height: 800 },
    rangeExtractor: useCallback(
      (range: Range) => {
        const shown = defaultRangeExtractor(range);
        const at = tabKey === null ? undefined : lineAt.get(tabKey);
        return at === undefined || shown.includes(at) ? shown : [...shown, at].sort((a, b) => a - b);
      },
      [tabKey, lineAt],
    ),
  });
  const rows = virtualizer.getVirtualItems();

  useEffect(() => {
    if (placeKey === undefined) return undefined;
    return () => {
      places.set(placeKey, virtualizer.scrollOffset ?? 0);
    };
  }, [placeKey, virtualizer]);

  // Coming from a link or a reload, the open row is brought into view once; later the list stays where it is.
  const wasPlaced = useRef(placeKey !== undefined && places.has(placeKey));
  useEffect(() => {
    if (wasPlaced.current || currentKey === null || lines.length === 0) return;
    wasPlaced.current = true;
    const at = lineAt.get(currentKey);
    if (at !== undefined) virtualizer.scrollToIndex(at, { align: 'center' });
  }, [currentKey, lines.length, lineAt, virtualizer]);

  const lastShown = rows.at(-1)?.index ?? -1;
  useEffect(() => {
    if (onEndReached && lines.length > 0 && lastShown >= lines.length - 10) onEndReached();
  }, [lastShown, lines.length, onEndReached]);

  const focusRow = useCallback(
    (key: string): void => {
      const at = lineAt.get(key);
      if (at === undefined) return;
      virtualizer.scrollToIndex(at, { align: 'auto' });
      // The row may only be mounted after the scroll has been drawn.
      requestAnimationFrame(() => {
        const row = scroller.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
        row?.focus({ preventScroll: true });
      });
    },
    [lineAt, virtualizer],
  );

  const act = (action: ListAction, from: ListState = state): void => {
    const next = reduceList(from, action, keys);
    setOwn(next);
    if (isMulti && next.selected !== chosen) onSelectionChange(next.selected);
    if (next.focused !== null && next.focused !== from.focused) focusRow(next.focused);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    // The row that has the browser's focus is the truth; our state may be a frame behind it.
    const key = (event.target as HTMLElement).closest<HTMLElement>('[data-key]')?.dataset['key'] ?? focused;
    const from: ListState = { ...state, focused: key, anchor: key === focused ? state.anchor : key };
    if (event.key === 'Enter') {
      const at = key === null ? undefined : keys.indexOf(key);
      const item = at === undefined ? undefined : items[at];
      if (item !== undefined) {
        event.preventDefault();
        onOpen(item);
      }
      return;
    }
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowHeight * 10) / rowHeight) - 1);
    const action = actionForKey(event, from, page, isMulti);
    if (action) {
      event.preventDefault();
      event.stopPropagation();
      act(action, from);
    }
  };

  const onClick = (event: MouseEvent, line: Line<Item> & { readonly type: 'item' }): void => {
    if (isMulti && event.shiftKey) return act({ type: 'range', key: line.key });
    if (isMulti && (event.ctrlKey || event.metaKey)) return act({ type: 'toggle', key: line.key });
    act({ type: 'focus', key: line.key });
    onOpen(line.item);
  };

  if (items.length === 0 && empty !== undefined)
    return <div className={cx('min-h-0 flex-1', className)}>{empty}</div>;
  return (
    <div ref={scroller} className={cx('scroll-y min-h-0 flex-1', className)}>
      <div
        role="listbox"
        aria-label={label}
        aria-multiselectable={isMulti || undefined}
        onKeyDown={onKeyDown}
        className="relative w-full"
        style={{ height: virtualizer.getTotalSize() }}
        tabIndex={-1}
      >
        {rows.map((row) => {
          const line = lines[row.index];
          if (!line) return null;
          const place = { transform: `translateY(${row.start}px)` };
          if (line.type === 'heading') {
            return (
              <div
                key={row.key}
                ref={virtualizer.measureElement}
                data-index={row.index}
                role="presentation"
                style={place}
                className="absolute inset-x-0 top-0 px-4 pt-3 pb-1 text-xs font-semibold text-ink-faint"
              >
                {line.title}
              </div>
            );
          }
          const isCurrent = line.key === currentKey;
          const isSelected = chosen.has(line.key);
          return (
            <div
              key={row.key}
              ref={virtualizer.measureElement}
              id={`${baseId}${line.key}`}
              data-index={row.index}
              data-key={line.key}
              role="option"
              aria-selected={isMulti ? isSelected : isCurrent}
              aria-current={isCurrent || undefined}
              aria-setsize={items.length}
              aria-posinset={line.at + 1}
              tabIndex={line.key === tabKey ? 0 : -1}
              onClick={(event) => onClick(event, line)}
              onFocus={() => setOwn((before) => ({ ...before, focused: line.key }))}
              style={place}
              className="absolute inset-x-0 top-0 px-1.5 py-px outline-none focus-visible:[&>div]:outline-2 focus-visible:[&>div]:-outline-offset-2 focus-visible:[&>div]:outline-focus"
            >
              <div
                className={cx(
                  'relative flex cursor-default items-start gap-2 rounded-md px-2.5 py-2 select-none',
                  isSelected || isCurrent ? 'bg-brass-soft' : 'hover:bg-hover',
                )}
              >
                {isSelected ? (
                  <Check aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-brass" />
                ) : null}
                <div className="min-w-0 flex-1">{renderItem(line.item, { isCurrent, isSelected })}</div>
              </div>
            </div>
          );
        })}
      </div>
    </div>
  );
}
