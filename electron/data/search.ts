import { FINDABLE_KINDS, type FindableKind } from '../../shared/domain/record.ts';
import { FTS_RANK_SQL } from '../../shared/search/fts-schema.ts';
import { planQuery, type QueryPlan } from '../../shared/search/query-plan.ts';
import { kindCode } from '../../shared/search/search-document.ts';
import { documentFrequency, FTS_TABLE } from './full-text.ts';
import { prepared, type ReadDb } from './handle.ts';

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
    df: (term) => documentFrequency(db, term),
    total: indexedCount(db),
  });
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
  // `zh` also finds `zh-Hans`.
  add("(document.language = ? OR document.language LIKE ? || '-%')", filters.language);
  if (filters.language !== undefined && filters.language !== '') values.push(filters.language);
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

/**
 * One pass over the full-text table: the best rows of the wanted kinds and how many hits each kind has. Ranking is
 * bm25 with the weights of `fts-schema.ts`; ties go to the newer record.
 */
export function searchPage(
  db: ReadDb,
  plan: Pick<QueryPlan, 'match'>,
  filters: SearchFilters,
  page: { readonly offset: number; readonly limit: number; readonly counts: boolean },
): SearchPage {
  const extra = filterSql(filters);
  const joined =
    extra.sql === '' ? '' : `JOIN search_document AS document ON document.rowid = ${FTS_TABLE}.rowid`;
  const where = extra.sql === '' ? '' : `AND ${extra.sql}`;
  const codes =
    filters.kinds === undefined || filters.kinds.length === 0 ? null : filters.kinds.map(kindCode);
  const kinds = codes === null ? '' : `WHERE (hit & 15) IN (${codes.join(', ')})`;
  const rows = prepared(
    db,
    `WITH hits AS MATERIALIZED (
       SELECT ${FTS_TABLE}.rowid AS hit, ${FTS_RANK_SQL(FTS_TABLE)} AS score FROM ${FTS_TABLE} ${joined}
       WHERE ${FTS_TABLE} MATCH ? ${where})
     SELECT 0 AS part, hit, score FROM (SELECT hit, score FROM hits ${kinds} ORDER BY score, hit DESC LIMIT ? OFFSET ?)
     UNION ALL SELECT 1, hit & 15, count(*) FROM hits GROUP BY hit & 15`,
  ).all(plan.match, ...extra.values, page.limit, page.offset) as {
    part: number;
    hit: number;
    score: number;
  }[];
  const kindCounts: Partial<Record<FindableKind, number>> = {};
  let total = 0;
  for (const row of rows) {
    if (row.part !== 1) continue;
    kindCounts[FINDABLE_KINDS[row.hit] as FindableKind] = row.score;
    if (codes === null || codes.includes(row.hit)) total += row.score;
  }
  const found = rows.filter((row) => row.part === 0).map((row) => foundRow(db, row.hit, -row.score));
  return { found, total, kindCounts };
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
  const wanted = JSON.stringify(kinds ?? FINDABLE_KINDS);
  const rows = prepared(
    db,
    `SELECT kind, record_id AS id, title, subtitle, language, external_id AS externalId, updated_at AS updatedAt
     FROM search_document WHERE kind IN (SELECT value FROM json_each(?)) ORDER BY updated_at DESC LIMIT ?`,
  ).all(wanted, limit);
  return rows.map((row) => ({ ...(row as Omit<Found, 'score'>), score: 0 }));
}
