import { GripVertical, Plus, X } from 'lucide-react';
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { useLanguage, useT } from '../i18n/index.ts';
import { Checkbox, cx, IconButton, toasts } from '../ui/index.ts';
import { type CheckItem, linesOfText, makeItemId, moveItem, putBack } from './check-list-items.ts';

export interface CheckListProps<Item extends CheckItem> {
  /** Name of the list for screen readers ("Agenda"). */
  readonly label: string;
  readonly items: readonly Item[];
  readonly onChange: (items: Item[]) => void;
  /** A new line with this text; gives it its id. */
  readonly makeItem: (id: string, text: string) => Item;
  /** What stands in the empty box that adds ("What do you want to talk about?"). */
  readonly placeholder: string;
  /** More about a line, at its end side (owner, due day). */
  readonly extra?: (item: Item, change: (fields: Partial<Item>) => void) => ReactNode;
  readonly isReadOnly?: boolean;
}

const lineLook =
  'block w-full resize-none rounded-sm bg-transparent px-1 py-0.5 text-base field-sizing-content outline-none placeholder:text-ink-faint focus-visible:outline-2 focus-visible:outline-focus';

/**
 * Lines to tick off: write, Enter for the next, tick, reorder by the grip (drag, or arrow keys on it, or Alt + arrows while
 * writing), remove with undo. Several pasted lines become several items.
 */
export function CheckList<Item extends CheckItem>({
  label,
  items,
  onChange,
  makeItem,
  placeholder,
  extra,
  isReadOnly = false,
}: CheckListProps<Item>) {
  const t = useT('form');
  const hintId = useId();
  // Each line has its own direction, but all stand beside their boxes.
  const side = useLanguage().direction === 'rtl' ? 'text-right' : 'text-left';
  const list = useRef<HTMLUListElement>(null);
  const latest = useRef({ items, onChange });
  latest.current = { items, onChange };
  const [newText, setNewText] = useState('');
  const [news, setNews] = useState('');
  const [wanted, setWanted] = useState<{ readonly id: string; readonly part: 'text' | 'grip' } | null>(null);
  const [drag, setDrag] = useState<{ readonly from: number; readonly to: number } | null>(null);

  // After the list has been drawn: the line that was moved or made keeps the keyboard.
  useEffect(() => {
    if (!wanted) return;
    const row = list.current?.querySelector(`[data-item="${CSS.escape(wanted.id)}"]`);
    row?.querySelector<HTMLElement>(`[data-part="${wanted.part}"]`)?.focus();
    setWanted(null);
  }, [wanted]);

  const change = (id: string, fields: Partial<Item>): void =>
    onChange(items.map((item) => (item.id === id ? { ...item, ...fields } : item)));
  const move = (from: number, to: number, part: 'text' | 'grip'): void => {
    const item = items[from];
    if (!item || to < 0 || to >= items.length) return;
    onChange(moveItem(items, from, to));
    setWanted({ id: item.id, part });
    setNews(t('check.moved', { at: to + 1, count: items.length }));
  };
  const insert = (at: number, texts: readonly string[]): void => {
    const made = texts.map((text) => makeItem(makeItemId(), text));
    onChange([...items.slice(0, at), ...made, ...items.slice(at)]);
    const last = made.at(-1);
    if (last && at < items.length) setWanted({ id: last.id, part: 'text' });
  };
  const remove = (at: number, tellAbout = true): void => {
    const item = items[at];
    if (!item) return;
    onChange(items.filter((one) => one.id !== item.id));
    const neighbour = items[at - 1] ?? items[at + 1];
    if (neighbour) setWanted({ id: neighbour.id, part: 'text' });
    if (!tellAbout || item.text.trim() === '') return;
    toasts.show({
      text: t('check.removed', { name: item.text }),
      action: {
        label: t('common:undo'),
        run: () => latest.current.onChange(putBack(latest.current.items, item, at)),
      },
    });
  };

  const onLineKey = (event: KeyboardEvent<HTMLTextAreaElement>, at: number): void => {
    if (event.nativeEvent.isComposing) return;
    const item = items[at];
    if (!item) return;
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      move(at, at + (event.key === 'ArrowUp' ? -1 : 1), 'text');
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (item.text.trim() !== '') insert(at + 1, ['']);
    } else if (event.key === 'Backspace' && item.text === '') {
      event.preventDefault();
      remove(at, false);
    }
  };
  const onGripKey = (event: KeyboardEvent, at: number): void => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    move(at, at + (event.key === 'ArrowUp' ? -1 : 1), 'grip');
  };
  const onPaste = (event: ClipboardEvent, at: number): void => {
    const lines = linesOfText(event.clipboardData.getData('text/plain'));
    if (lines.length < 2) return;
    event.preventDefault();
    insert(at, lines);
  };
  const add = (): void => {
    const lines = linesOfText(newText);
    if (lines.length === 0) return;
    insert(items.length, lines);
    setNewText('');
  };

  const onGripDown = (event: PointerEvent<HTMLButtonElement>, from: number): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrag({ from, to: from });
  };
  const onGripMove = (event: PointerEvent): void => {
    if (!drag) return;
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-item]') ?? [])];
    let to = rows.findIndex((row) => {
      const box = row.getBoundingClientRect();
      return event.clientY < box.top + box.height / 2;
    });
    if (to < 0) to = rows.length;
    const at = to > drag.from ? to - 1 : to;
    if (at !== drag.to) setDrag({ ...drag, to: at });
  };
  const onGripUp = (): void => {
    if (drag && drag.to !== drag.from) move(drag.from, drag.to, 'grip');
    setDrag(null);
  };

  return (
    <div className="flex flex-col">
      <ul ref={list} aria-label={label} className="flex flex-col">
        {items.map((item, at) => {
          const name = item.text || t('check.text', { at: at + 1 });
          const isTarget = drag !== null && drag.to === at && drag.from !== at;
          return (
            <li
              key={item.id}
              data-item={item.id}
              className={cx(
                'group/row flex items-start sm:-ms-[2.125rem] gap-2 rounded-md py-1 ps-0.5 pe-1 hover:bg-hover/50 focus-within:bg-hover/50',
                drag?.from === at && 'opacity-50',
                isTarget &&
                  (drag.to < drag.from
                    ? 'shadow-[0_-2px_0_var(--brass-fill)]'
                    : 'shadow-[0_2px_0_var(--brass-fill)]'),
              )}
            >
              {isReadOnly ? (
                <span className="w-6 shrink-0" />
              ) : (
                <button
                  type="button"
                  data-part="grip"
                  aria-label={t('check.move', { name })}
                  aria-describedby={hintId}
                  onKeyDown={(event) => onGripKey(event, at)}
                  onPointerDown={(event) => onGripDown(event, at)}
                  onPointerMove={onGripMove}
                  onPointerUp={onGripUp}
                  onPointerCancel={() => setDrag(null)}
                  className="mt-0.5 flex size-6 shrink-0 cursor-grab touch-none items-center justify-center rounded-sm text-ink-faint opacity-0 group-hover/row:opacity-100 group-focus-within/row:opacity-100 focus-visible:opacity-100 [@media(hover:none)]:opacity-100"
                >
                  <GripVertical aria-hidden="true" className="size-4" />
                </button>
              )}
              <Checkbox
                aria-label={t('check.done', { name })}
                isSelected={item.done}
                isDisabled={isReadOnly}
                onChange={(done) => change(item.id, { done } as Partial<Item>)}
                className="pt-0.5"
              />
              <div className="flex min-w-0 flex-1 flex-wrap items-start gap-x-3 gap-y-0.5">
                <textarea
                  data-part="text"
                  aria-label={t('check.text', { at: at + 1 })}
                  dir="auto"
                  rows={1}
                  maxLength={2_000}
                  readOnly={isReadOnly}
                  value={item.text}
                  onChange={(event) =>
                    change(item.id, { text: event.target.value.replace(/\n/g, ' ') } as Partial<Item>)
                  }
                  onKeyDown={(event) => onLineKey(event, at)}
                  onPaste={(event) => onPaste(event, at)}
                  className={cx(
                    lineLook,
                    side,
                    'min-w-40 flex-1',
                    item.done && 'text-ink-faint line-through decoration-ink-faint/60',
                  )}
                />
                {extra ? (
                  <div className="flex shrink-0 items-center gap-1">
                    {extra(item, (fields) => change(item.id, fields))}
                  </div>
                ) : null}
              </div>
              {isReadOnly ? null : (
                <IconButton
                  label={t('common:removeNamed', { name })}
                  size="sm"
                  tooltip={false}
                  className="opacity-0 group-hover/row:opacity-100 group-focus-within/row:opacity-100 [@media(hover:none)]:opacity-100"
                  onPress={() => remove(at)}
                >
                  <X aria-hidden="true" />
                </IconButton>
              )}
            </li>
          );
        })}
      </ul>
      {isReadOnly ? null : (
        <div className="flex items-start gap-2 py-1">
          <Plus aria-hidden="true" className="mt-1 size-[1.125rem] shrink-0 text-ink-faint" />
          <textarea
            aria-label={placeholder}
            placeholder={placeholder}
            dir="auto"
            rows={1}
            value={newText}
            onChange={(event) => setNewText(event.target.value)}
            onBlur={add}
            onPaste={(event) => {
              if (newText.trim() === '') onPaste(event, items.length);
            }}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing || event.key !== 'Enter') return;
              event.preventDefault();
              add();
            }}
            className={cx(lineLook, newText !== '' && side)}
          />
        </div>
      )}
      <span id={hintId} hidden>
        {t('check.moveHint')}
      </span>
      <span role="status" className="sr-only">
        {news}
      </span>
    </div>
  );
}
