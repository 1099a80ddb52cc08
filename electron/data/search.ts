import { FINDABLE_KINDS, type FindableKind } from '../../shared/domain/record.ts';
import { FTS_RANK_SQL } from '../../shared/search/fts-schema.ts';
import {
  type DocumentCount,
  NEAR_ROWS,
  type NearScores,
  planQuery,
  type QueryPlan,
  RERANKED,
  rememberCounts,
  rerank,
} from '../../shared/search/query-plan.ts';
import { kindCode } from '../../shared/search/search-document.ts';
import { documentFrequency, FTS_TABLE } from './full-text.ts';
import { prepared, type ReadDb } from './handle.ts';
import { TABLE_OF } from './tables.ts';

export type SearchFilters = {
  readonly kinds?: readonly FindableKind[] | undefined;
  readonly topicId?: string | undefined;
  readonly personId?: string | undefined;
  readonly language?: string | undefined;
  readonly confidence?: string | undefined;
  readonly source?: string | undefined;
  readonly updatedFrom?: string | undefined;
};

export type Found = {
  readonly kind: FindableKind;
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly language: string;
  readonly externalId: string;
  readonly updatedAt: string;
  /** Higher is better. */
  readonly score: number;
};
export type SearchPage = {
  readonly found: Found[];
  readonly total: number;
  readonly kindCounts: Partial<Record<FindableKind, number>>;
};

/** Reads the words as a person meant them; null when there is nothing to look for. */
export function planFor(db: ReadDb, query: string, asYouType: boolean): QueryPlan | null {
  return planQuery(query, {
    prefix: asYouType,
    df: countsOf(db),
    total: indexedCount(db),
  });
}

/** Counts are remembered for a while: common words are common in every query, and counting them reads all they stand in. */
const COUNTS_LIVE_MS = 60_000;
const counts = new WeakMap<ReadDb, { readonly count: DocumentCount; readonly since: number }>();
function countsOf(db: ReadDb): DocumentCount {
  const known = counts.get(db);
  if (known !== undefined && performance.now() - known.since < COUNTS_LIVE_MS) return known.count;
  const remembered = rememberCounts((term) => documentFrequency(db, term));
  // A word that was nowhere may have been written since, and is looked up quickly; as unknown it would be left out.
  const count: DocumentCount = (term) => remembered(term) || documentFrequency(db, term);
  counts.set(db, { count, since: performance.now() });
  return count;
}

/** Documents in the index, nearly: row ids count up by sixteen and are not reused. */
function indexedCount(db: ReadDb): number {
  const last = prepared(db, 'SELECT max(rowid) AS n FROM search_document').get()?.n as number | null;
  return Math.floor((last ?? 0) / 16);
}

function filterSql(filters: SearchFilters): { readonly sql: string; readonly values: unknown[] } {
  const parts: string[] = [];
  const values: unknown[] = [];
  const add = (sql: string, value: unknown): void => {
    if (value === undefined || value === '') return;
    parts.push(sql);
    values.push(value);
  };
  add('document.person_id = ?', filters.personId);
  // `zh` also finds `zh-Hans`. Not LIKE: what came from outside would be a pattern.
  add("instr(lower(document.language) || '-', lower(?) || '-') = 1", filters.language);
  add('document.confidence = ?', filters.confidence);
  add('document.source = ?', filters.source);
  add('document.updated_at >= ?', filters.updatedFrom);
  add(
    `document.record_id IN (SELECT record_id FROM topic_use WHERE topic_id IN (
       WITH RECURSIVE below (id) AS (SELECT ? UNION SELECT topic.id FROM topic JOIN below ON topic.parent_id = below.id)
       SELECT id FROM below))`,
    filters.topicId,
  );
  return { sql: parts.join(' AND '), values };
}

/** What both halves of a result need: rows best first, and how many there are of each kind. */
type Pass = {
  readonly rows: readonly Ranked[];
  readonly kindCounts: Map<number, number>;
  readonly total: number;
};
type Ranked = { readonly id: number; readonly score: number; readonly title: string };

/** One pass over the full-text table for one expression. Ranking is bm25; ties go to the newer record. */
function runMatch(db: ReadDb, match: string, filters: SearchFilters, limit: number): Pass {
  const extra = filterSql(filters);
  const joined =
    extra.sql === '' ? '' : `JOIN search_document AS document ON document.rowid = ${FTS_TABLE}.rowid`;
  const where = extra.sql === '' ? '' : `AND ${extra.sql}`;
  const codes =
    filters.kinds === undefined || filters.kinds.length === 0 ? null : filters.kinds.map(kindCode);
  const kinds = codes === null ? '' : `WHERE (hit & 15) IN (${codes.join(', ')})`;
  const found = prepared(
    db,
    `WITH hits AS MATERIALIZED (
       SELECT ${FTS_TABLE}.rowid AS hit, ${FTS_RANK_SQL(FTS_TABLE)} AS score FROM ${FTS_TABLE} ${joined}
       WHERE ${FTS_TABLE} MATCH ? ${where})
     SELECT 0 AS part, hit, score FROM (SELECT hit, score FROM hits ${kinds} ORDER BY score, hit DESC LIMIT ?)
     UNION ALL SELECT 1, hit & 15, count(*) FROM hits GROUP BY hit & 15`,
  ).all(match, ...extra.values, limit) as { part: number; hit: number; score: number }[];
  const kindCounts = new Map(found.filter((row) => row.part === 1).map((row) => [row.hit, row.score]));
  const title = prepared(db, 'SELECT title FROM search_document WHERE rowid = ?');
  const rows = found
    .filter((row) => row.part === 0)
    .map((row) => ({ id: row.hit, score: row.score, title: title.get(row.hit)?.title as string }));
  let total = 0;
  for (const [code, count] of kindCounts) if (codes === null || codes.includes(code)) total += count;
  return { rows, kindCounts, total };
}

/** The best rows of one expression without counting the others: what a picker asks at every key. */
function runTop(
  db: ReadDb,
  match: string,
  kinds: readonly FindableKind[] | undefined,
  limit: number,
): Ranked[] {
  const codes = kinds === undefined || kinds.length === 0 ? null : kinds.map(kindCode);
  const where = codes === null ? '' : `AND (${FTS_TABLE}.rowid & 15) IN (${codes.join(', ')})`;
  return prepared(
    db,
    `SELECT best.hit AS id, best.score AS score, document.title AS title FROM (
       SELECT ${FTS_TABLE}.rowid AS hit, ${FTS_RANK_SQL(FTS_TABLE)} AS score FROM ${FTS_TABLE}
       WHERE ${FTS_TABLE} MATCH ? ${where} ORDER BY score, hit DESC LIMIT ?) AS best
     JOIN search_document AS document ON document.rowid = best.hit ORDER BY score, hit DESC`,
  ).all(match, limit) as Ranked[];
}

/** The best rows again, by how much of their title the query says; the long tail stays in bm25's order. */
function reranked(plan: QueryPlan, rows: readonly Ranked[], near?: NearScores): Ranked[] {
  return [...rerank(plan, rows.slice(0, RERANKED), near), ...rows.slice(RERANKED)];
}

/** Where words of the query stand side by side; only asked for a page, not at every key. */
function nearScores(db: ReadDb, plan: QueryPlan): NearScores {
  if (plan.near === null) return new Map();
  const rows = prepared(
    db,
    `SELECT rowid AS id, ${FTS_RANK_SQL(FTS_TABLE)} AS score FROM ${FTS_TABLE}
     WHERE ${FTS_TABLE} MATCH ? ORDER BY score LIMIT ?`,
  ).all(plan.near, NEAR_ROWS) as { id: number; score: number }[];
  return new Map(rows.map((row) => [row.id, row.score]));
}

/**
 * One page of hits. Records that hold every word come first; only where they do not fill a page do those follow that
 * hold some of the words, so that one word too many never empties the result.
 */
export function searchPage(
  db: ReadDb,
  plan: QueryPlan,
  filters: SearchFilters,
  page: { readonly offset: number; readonly limit: number },
): SearchPage {
  const reach = Math.max(page.offset + page.limit, RERANKED);
  const strict = runMatch(db, plan.match, filters, reach);
  const near = nearScores(db, plan);
  let rows = reranked(plan, strict.rows, near);
  let counted = strict;
  if (plan.fallback !== null && strict.total < page.limit) {
    const loose = runMatch(db, plan.fallback, filters, reach + strict.total);
    const seen = new Set(rows.map((row) => row.id));
    rows = [
      ...rows,
      ...reranked(
        plan,
        loose.rows.filter((row) => !seen.has(row.id)),
        near,
      ),
    ];
    counted = loose;
  }
  const kindCounts: Partial<Record<FindableKind, number>> = {};
  for (const [code, count] of counted.kindCounts) kindCounts[FINDABLE_KINDS[code] as FindableKind] = count;
  // bm25 is below zero, smaller is better; people (and scripts) expect a number that falls along the list.
  let last = Number.POSITIVE_INFINITY;
  const found = rows.slice(0, page.offset + page.limit).map((row) => {
    last = Math.min(last, -row.score);
    return { rowid: row.id, score: last };
  });
  return {
    found: found.slice(page.offset).map(({ rowid, score }) => foundRow(db, rowid, score)),
    total: Math.max(counted.total, strict.total),
    kindCounts,
  };
}

/** Records whose title or headings hold what is being typed; where none does, those that hold it anywhere. */
export function searchTitles(
  db: ReadDb,
  plan: QueryPlan,
  kinds: readonly FindableKind[] | undefined,
  limit: number,
): Found[] {
  const seen = new Set<number>();
  const rows: Ranked[] = [];
  const matches = [
    `{title headings} : (${plan.match})`,
    plan.match,
    ...(plan.fallback === null ? [] : [plan.fallback]),
  ];
  for (const match of matches) {
    if (rows.length >= limit) break;
    const more = runTop(db, match, kinds, RERANKED).filter((row) => !seen.has(row.id));
    for (const row of reranked(plan, more)) {
      seen.add(row.id);
      rows.push(row);
    }
  }
  return rows.slice(0, limit).map((row) => foundRow(db, row.id, -row.score));
}

function foundRow(db: ReadDb, rowid: number, score: number): Found {
  const row = prepared(
    db,
    `SELECT kind, record_id AS id, title, subtitle, language, external_id AS externalId, updated_at AS updatedAt
     FROM search_document WHERE rowid = ?`,
  ).get(rowid);
  return { ...(row as Omit<Found, 'score'>), score };
}

/** The records touched last: what a picker offers before anybody has typed. */
export function recentlyChanged(
  db: ReadDb,
  kinds: readonly FindableKind[] | undefined,
  limit: number,
): Found[] {
  // Kind by kind from the records, where the large ones have an index by time; the search documents have none.
  const newest = (kinds ?? FINDABLE_KINDS).flatMap((kind) =>
    prepared(
      db,
      `SELECT id, updated_at AS at FROM ${TABLE_OF[kind]} WHERE deleted_at IS NULL ORDER BY updated_at DESC LIMIT ?`,
    ).all(limit),
  ) as { id: string; at: string }[];
  const document = prepared(
    db,
    `SELECT kind, record_id AS id, title, subtitle, language, external_id AS externalId, updated_at AS updatedAt
     FROM search_document WHERE record_id = ?`,
  );
  return newest
    .toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
    .slice(0, limit)
    .flatMap(({ id }) => {
      const row = document.get(id);
      return row === undefined ? [] : [{ ...(row as Omit<Found, 'score'>), score: 0 }];
    });
}
