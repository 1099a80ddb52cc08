import type { Block, Inline } from './document.ts';
import { inlineText } from './plain-text.ts';
import { type DiffPart, diffWords, myers } from './word-diff.ts';

export type RowStatus = 'same' | 'added' | 'removed' | 'changed';

export interface CellDiff {
  readonly status: RowStatus;
  readonly parts: readonly DiffPart[];
}

/** A row of a table, a part of a judgement, the question of a decision or one of its branches (when, then). */
export interface RowDiff {
  readonly status: RowStatus;
  readonly cells: readonly CellDiff[];
}

type Row = readonly string[];

/**
 * Blocks of more than one line, line by line: rows that are still there are found again, rows that changed are told cell
 * by cell, and a column that came or went is told as one. Undefined for other blocks, and when the kind changed.
 */
export function diffRows(before: Block | undefined, after: Block | undefined): RowDiff[] | undefined {
  if (before && after && before.type !== after.type) return undefined;
  const type = (after ?? before)?.type;
  if (type !== 'table' && type !== 'judgement' && type !== 'decision') return undefined;
  const [old, now] = [before ? rowsOf(before) : [], after ? rowsOf(after) : []];
  // Parts of a judgement have their places: an empty one is no part that went.
  if (type === 'judgement' && before && after)
    return old.map((row, at) => changedRow(row, now[at] ?? [], null));
  const columns = before && after && type === 'table' ? columnsOf(old, now) : null;
  return alignRows(old, now).map(([was, is]) =>
    was && is ? changedRow(was, is, columns) : was ? wholeRow(was, 'removed') : wholeRow(is ?? [], 'added'),
  );
}

function rowsOf(block: Block): Row[] {
  const text = (line: { readonly children: readonly Inline[] }): string => inlineText(line.children);
  if (block.type === 'table') return block.children.map((row) => row.children.map(text));
  if (block.type === 'judgement') return block.children.map((part) => [text(part)]);
  if (block.type !== 'decision') return [];
  const [question, ...branches] = block.children.map(text);
  const rows: Row[] = [[question ?? '']];
  for (let at = 0; at < branches.length; at += 2) rows.push(branches.slice(at, at + 2));
  return rows;
}

/** Which rows belong together. Between rows that stayed as they were, the first that went is the first that came, rewritten. */
function alignRows(old: readonly Row[], now: readonly Row[]): [Row | undefined, Row | undefined][] {
  const key = (row: Row): string => row.join('\u0001');
  const pairs: [Row | undefined, Row | undefined][] = [];
  let [gone, came]: [Row[], Row[]] = [[], []];
  let [oldAt, nowAt] = [0, 0];
  const settle = (): void => {
    for (let at = 0; at < Math.max(gone.length, came.length); at += 1) pairs.push([gone[at], came[at]]);
    [gone, came] = [[], []];
  };
  const take = (from: readonly Row[], at: number): Row => from[at] ?? [];
  for (const { op } of myers(old.map(key), now.map(key))) {
    if (op === 'same') {
      settle();
      pairs.push([take(old, oldAt++), take(now, nowAt++)]);
    } else if (op === 'removed') gone.push(take(old, oldAt++));
    else came.push(take(now, nowAt++));
  }
  settle();
  return pairs;
}

/** Pairs of column numbers, `null` for a side without it; null when no column came or went. */
type Columns = readonly (readonly [number | null, number | null])[] | null;

function columnsOf(old: readonly Row[], now: readonly Row[]): Columns {
  const width = (rows: readonly Row[]): number => Math.max(0, ...rows.map((row) => row.length));
  const [oldWidth, nowWidth] = [width(old), width(now)];
  if (oldWidth === nowWidth) return null;
  // What stands at the head of a column tells best which one it is.
  const heads = (rows: readonly Row[], count: number): string[] =>
    Array.from({ length: count }, (_, at) => rows[0]?.[at] ?? '');
  const columns: [number | null, number | null][] = [];
  let [oldAt, nowAt] = [0, 0];
  for (const { op } of myers(heads(old, oldWidth), heads(now, nowWidth)))
    columns.push([op === 'added' ? null : oldAt++, op === 'removed' ? null : nowAt++]);
  return columns;
}

function changedRow(was: Row, is: Row, columns: Columns): RowDiff {
  const places =
    columns ?? Array.from({ length: Math.max(was.length, is.length) }, (_, at) => [at, at] as const);
  const cells = places.map(([from, to]): CellDiff => {
    const old = from === null ? undefined : was[from];
    const now = to === null ? undefined : is[to];
    if (old === undefined) return wholeCell(now ?? '', 'added');
    if (now === undefined) return wholeCell(old, 'removed');
    if (old === now) return wholeCell(old, 'same');
    return { status: 'changed', parts: diffWords(old, now) };
  });
  return { status: cells.every(({ status }) => status === 'same') ? 'same' : 'changed', cells };
}

const wholeRow = (row: Row, status: 'added' | 'removed'): RowDiff => ({
  status,
  cells: row.map((text) => wholeCell(text, status)),
});

const wholeCell = (text: string, status: 'same' | 'added' | 'removed'): CellDiff => ({
  status,
  parts: text === '' ? [] : [{ text, op: status }],
});
