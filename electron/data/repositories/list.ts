import type { RecordKind } from '../../../shared/domain/record.ts';
import type { RecordOf } from '../../../shared/domain/record-of.ts';
import { planQuery } from '../../../shared/search/query-plan.ts';
import { isFindable, kindCode } from '../../../shared/search/search-document.ts';
import { FTS_TABLE } from '../full-text.ts';
import { prepared, type ReadDb } from '../handle.ts';
import { toRecord } from '../records.ts';
import { TABLE_OF, toColumnName } from '../tables.ts';

// Every list is the same question with other conditions: this builds it, a noun's own file says which conditions.
// Conditions are SQL written here with `?` for what came from outside; no caller's text ever becomes SQL.

export type Condition = readonly [sql: string, ...values: readonly unknown[]];

/** What every list takes besides its noun's own filters. */
export type ListQuery<Filter> = {
  readonly filter: Filter & {
    readonly text?: string | undefined;
    readonly ids?: readonly string[] | undefined;
    readonly binned?: boolean | undefined;
  };
  readonly sort: string;
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
};
export type ListPage<Item> = { readonly items: Item[]; readonly total: number };

/** `field = value` when a value was given. */
export function equals(column: string, value: unknown): Condition[] {
  return value === undefined ? [] : [[`${column} = ?`, value]];
}

/** Records that carry this topic, or one of the topics below it. */
export function hasTopic(topicId: string | undefined): Condition[] {
  if (topicId === undefined) return [];
  return [
    [
      `id IN (SELECT record_id FROM topic_use WHERE topic_id IN (
         WITH RECURSIVE below (id) AS (SELECT ? UNION SELECT topic.id FROM topic JOIN below ON topic.parent_id = below.id)
         SELECT id FROM below))`,
      topicId,
    ],
  ];
}

export function hasTag(tag: string | undefined): Condition[] {
  return tag === undefined ? [] : [['id IN (SELECT record_id FROM tag_use WHERE tag = ?)', tag]];
}

/** True where the JSON array in `column` holds the value. */
export function contains(column: string, value: string | undefined): Condition[] {
  return value === undefined ? [] : [[`EXISTS (SELECT 1 FROM json_each(${column}) WHERE value = ?)`, value]];
}

/** The condition of the words that were typed into a list's filter; null when none were. */
function textCondition(kind: RecordKind, text: string | undefined): Condition | null {
  if (text === undefined || text.trim() === '') return null;
  const plan = planQuery(text, { prefix: true });
  // Nothing but punctuation was typed, or these are never found by words: nothing can match.
  if (plan === null || !isFindable(kind)) return ['0'];
  return [
    `id IN (SELECT record_id FROM search_document WHERE rowid IN (
       SELECT rowid FROM ${FTS_TABLE} WHERE ${FTS_TABLE} MATCH ? AND (rowid & 15) = ${kindCode(kind)}))`,
    plan.match,
  ];
}

/** Sort columns whose text people expect in order regardless of case. */
const CASELESS = new Set(['title', 'name']);

/**
 * For a column whose index says nothing about the bin: how to sort the whole list by it without reading the rows.
 * `from` names table and index, `outsideTheBin` stands for `deleted_at IS NULL`.
 */
export type SortShortcut = { readonly sort: string; readonly from: string; readonly outsideTheBin: string };

/**
 * One page of a list. `sorts` are the allowed fields; what is equal stays in the order it was put in.
 * Looks for the places of the rows first and reads only the rows of the page: sorting or skipping whole rows would
 * read the texts of the whole library.
 */
export function listRecords<K extends RecordKind, Item>(
  db: ReadDb,
  kind: K,
  query: ListQuery<object>,
  conditions: readonly Condition[],
  sorts: readonly string[],
  toItem: (record: RecordOf<K>) => Item,
  shortcut?: SortShortcut,
): ListPage<Item> {
  const { text, ids, binned } = query.filter;
  const words = textCondition(kind, text);
  const all: Condition[] = [
    [binned === true ? 'deleted_at IS NOT NULL' : 'deleted_at IS NULL'],
    ...(ids === undefined
      ? []
      : ([['id IN (SELECT value FROM json_each(?))', JSON.stringify(ids)]] as Condition[])),
    ...(words === null ? [] : [words]),
    ...conditions,
  ];
  const table = TABLE_OF[kind];
  const where = all.map(([sql]) => `(${sql})`).join(' AND ');
  const values = all.flatMap(([, ...rest]) => rest);
  const sort = sorts.includes(query.sort) ? query.sort : (sorts[0] as string);
  const direction = query.descending ? 'DESC' : 'ASC';
  const column = toColumnName(sort);
  const collate = CASELESS.has(sort) ? ' COLLATE NOCASE' : '';
  const short = all.length === 1 && binned !== true && shortcut?.sort === sort ? shortcut : null;
  // The row id as tie-break stands in every index, the record's id in none. Words are looked up once, not for the
  // total and the page each.
  const places = prepared(
    db,
    words === null
      ? `SELECT rowid AS at FROM ${short?.from ?? table} WHERE ${short?.outsideTheBin ?? where}
         ORDER BY ${column}${collate} ${direction}, rowid ${direction} LIMIT ? OFFSET ?`
      : `WITH found AS MATERIALIZED (SELECT rowid AS at, ${column} AS sorted FROM ${table} WHERE ${where})
         SELECT at, (SELECT count(*) FROM found) AS total FROM found
         ORDER BY sorted${collate} ${direction}, at ${direction} LIMIT ? OFFSET ?`,
  ).all(...values, query.limit, query.offset);
  const known = places[0]?.total as number | undefined;
  const total =
    known ?? (prepared(db, `SELECT count(*) AS n FROM ${table} WHERE ${where}`).get(...values)?.n as number);
  const row = prepared(db, `SELECT * FROM ${table} WHERE rowid = ?`);
  return {
    items: places.map(({ at }) => toItem(toRecord(kind, row.get(at) as Record<string, unknown>))),
    total,
  };
}

/** The first words of a text, for a list: at most 240 characters on one line. */
export function excerpt(text: string): string {
  return text.slice(0, 600).replace(/\s+/g, ' ').trim().slice(0, 240);
}

/** The record without the named fields. */
export function without<T extends object, K extends keyof T>(record: T, ...fields: readonly K[]): Omit<T, K> {
  const rest = { ...record };
  for (const field of fields) delete rest[field];
  return rest;
}

export function countOf(db: ReadDb, sql: string, ...values: readonly unknown[]): number {
  return prepared(db, sql).get(...values)?.n as number;
}
