import { flushSync } from 'react-dom';
import { ReactEditor } from 'slate-react';
import type { BlockOf } from '../../../shared/richtext/document.ts';
import { asBlock } from '../core/convert.ts';
import type { RichTextSlate } from '../core/slate-types.ts';

// Of a very large table, the rows one sees are drawn, with some around them, and those the browser or Slate must find:
// the first and the last, and where a selection begins and ends. The others are rows without cells that keep the place,
// so that the table has all its rows for screen readers and scrolls as if they were there. 500 rows of 50 cells drawn at
// once cost a browser seconds, and every key in them a tenth of one.

/** Rows drawn before anything is measured: about what the box shows. */
const FIRST = 14;
/** Rows drawn above and below what one sees, so that a small scroll or the next arrow key meets nothing bare. */
const AROUND = 10;
/** Rows that stay drawn when one scrolls on: further ones are let go. */
const KEPT = 40;
/** Lets the first frame out before the rows around are drawn. */
const REST_MS = 60;

export interface TableWindow {
  /** Say the table as it is now whenever it has been drawn. */
  readonly hold: (table: BlockOf<'table'>) => void;
  readonly isDrawn: (row: object) => boolean;
  readonly subscribe: (row: object, wake: () => void) => () => void;
  /** What a row that is not drawn measured when it was, in CSS pixels. */
  readonly heightOf: (row: object) => number | undefined;
  readonly draw: (row: object) => void;
  /** Follows what one sees of the rows; the return value ends it. */
  readonly watch: (body: HTMLTableSectionElement) => () => void;
}

const windows = new WeakMap<object, TableWindow>();
const keyOf = (editor: RichTextSlate, node: Parameters<typeof ReactEditor.findKey>[1]): object =>
  ReactEditor.findKey(editor, node);

/** The window of a table that is about to be drawn. */
export function openTableWindow(editor: RichTextSlate, first: BlockOf<'table'>): TableWindow {
  let table = first;
  /** The rows one saw last. */
  let seen = { first: 0, last: FIRST - 1 };
  const rowKey = (index: number): object | undefined => {
    const row = table.children[index];
    return row && keyOf(editor, row);
  };
  let drawn = new Set<object>();
  let heights = new WeakMap<object, number>();
  let all = false;
  const listeners = new Map<object, () => void>();
  const wake = (keys: Iterable<object>) => {
    for (const key of keys) listeners.get(key)?.();
  };

  const made: TableWindow = {
    hold,
    isDrawn: (row) => all || drawn.has(row),
    subscribe: (row, listener) => {
      listeners.set(row, listener);
      return () => void listeners.delete(row);
    },
    heightOf: (row) => heights.get(row),
    draw: (row) => {
      if (drawn.has(row)) return;
      drawn.add(row);
      if (!all) wake([row]);
    },
    watch,
  };

  /** Rows that stay drawn wherever one looks. */
  function fixedRows(body: HTMLTableSectionElement | undefined): Set<object> {
    const fixed = new Set<object>();
    const add = (key: object | undefined) => key && fixed.add(key);
    add(rowKey(0));
    add(rowKey(table.children.length - 1));
    const { selection } = editor;
    for (const point of selection ? [selection.anchor, selection.focus] : []) {
      if (editor.children[point.path[0] ?? -1] === table) add(rowKey(point.path[1] ?? -1));
    }
    // Slate learns of a selection a moment later than the page has it.
    const dom = body && body.ownerDocument.getSelection();
    for (const node of [dom?.anchorNode, dom?.focusNode]) {
      if (!node || !body?.contains(node)) continue;
      const row = (node.nodeType === Node.ELEMENT_NODE ? (node as Element) : node.parentElement)?.closest(
        'tr',
      );
      if (row) add(rowKey([...body.rows].indexOf(row)));
    }
    return fixed;
  }

  /** New rows where one looks are drawn at once: those of an undo, a paste, a row that was moved. */
  function hold(next: BlockOf<'table'>): void {
    table = next;
    const from = Math.min(seen.first, table.children.length - 1);
    for (let at = from; at <= Math.min(seen.last, table.children.length - 1); at += 1) {
      const key = rowKey(at);
      if (key && !drawn.has(key)) return show(from, seen.last, AROUND);
    }
  }

  /** Draws rows `first` to `last` with `around` more on each side, and lets far ones go. */
  function show(first: number, last: number, around: number, body?: HTMLTableSectionElement): void {
    seen = { first, last };
    const next = fixedRows(body);
    table.children.forEach((row, index) => {
      const key = keyOf(editor, row);
      const isNear = index >= first - around && index <= last + around;
      const isKept = index >= first - KEPT && index <= last + KEPT;
      if (isNear || (isKept && drawn.has(key))) next.add(key);
      else if (drawn.has(key) && !next.has(key)) {
        const height = body?.rows[index]?.offsetHeight;
        if (height) heights.set(key, height);
      }
    });
    const before = drawn;
    const changed = [...next, ...before].filter((key) => next.has(key) !== before.has(key));
    drawn = next;
    if (!all) wake(changed);
  }
  show(0, FIRST - 1, 0);

  function watch(body: HTMLTableSectionElement): () => void {
    const box = body.closest<HTMLElement>('.rt-table-box');
    if (!box) return () => undefined;
    const look = (around: number, more = 0) => {
      // Rows that React has yet to take away or to put in: the next look finds them.
      if (all || body.rows.length !== table.children.length) return;
      const { scrollTop, clientHeight } = box;
      const first = rowAt(body.rows, scrollTop + Math.min(more, 0));
      show(first, rowAt(body.rows, scrollTop + clientHeight + Math.max(more, 0)), around, body);
    };
    let width = box.clientWidth;
    const onScroll = () => look(AROUND);
    const onResize = () => {
      if (box.clientWidth !== width) heights = new WeakMap();
      width = box.clientWidth;
      look(AROUND);
    };
    const onKey = (event: KeyboardEvent) => {
      // The browser moves the cursor by a page itself, and finds only what is drawn.
      const pages = event.key === 'PageDown' ? 1 : event.key === 'PageUp' ? -1 : 0;
      if (pages !== 0 && body.contains(document.getSelection()?.focusNode ?? null))
        flushSync(() => look(AROUND, pages * window.innerHeight));
    };
    const onPrint = () => {
      all = true;
      flushSync(() => wake(listeners.keys()));
    };
    const onPrinted = () => {
      all = false;
      wake(listeners.keys());
      look(AROUND);
    };
    look(0);
    const timer = setTimeout(look, REST_MS, AROUND);
    const observer = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(onResize);
    observer?.observe(box);
    observer?.observe(body);
    box.addEventListener('scroll', onScroll, { passive: true });
    document.addEventListener('keydown', onKey, true);
    window.addEventListener('beforeprint', onPrint);
    window.addEventListener('afterprint', onPrinted);
    return () => {
      clearTimeout(timer);
      observer?.disconnect();
      box.removeEventListener('scroll', onScroll);
      document.removeEventListener('keydown', onKey, true);
      window.removeEventListener('beforeprint', onPrint);
      window.removeEventListener('afterprint', onPrinted);
    };
  }

  windows.set(keyOf(editor, first), made);
  return made;
}

/** The row that holds a height of the table; the last one for what lies below. */
function rowAt(rows: HTMLCollectionOf<HTMLTableRowElement>, y: number): number {
  let low = 0;
  let high = rows.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((rows[middle]?.offsetTop ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The row a path lies in, where it is in a table of which not all is drawn. */
function rowOf(editor: RichTextSlate, [index, at]: readonly number[]) {
  const table = index === undefined ? undefined : asBlock(editor.children[index]);
  if (table?.type !== 'table' || at === undefined) return undefined;
  const row = table.children[at];
  const held = windows.get(keyOf(editor, table));
  return row && held && { held, key: keyOf(editor, row) };
}

/** False only for what lies in a row of a very large table that waits. */
export function isRowDrawn(editor: RichTextSlate, path: readonly number[]): boolean {
  const row = rowOf(editor, path);
  return row === undefined || row.held.isDrawn(row.key);
}

/** Has the row a path lies in drawn, where it is one that waits. True when it was not drawn before. */
export function drawRow(editor: RichTextSlate, path: readonly number[]): boolean {
  const row = rowOf(editor, path);
  if (!row || row.held.isDrawn(row.key)) return false;
  row.held.draw(row.key);
  return true;
}

/** Slate puts the cursor where the selection is as soon as it has drawn: what it stands in must be there by then. */
export function withDrawnSelection(editor: RichTextSlate): RichTextSlate {
  const { onChange } = editor;
  editor.onChange = (options) => {
    if (editor.selection) {
      drawRow(editor, editor.selection.anchor.path);
      drawRow(editor, editor.selection.focus.path);
    }
    onChange(options);
  };
  return editor;
}
