import type { Case } from '../../../shared/domain/case.ts';
import { prepared, type ReadDb } from '../handle.ts';
import {
  type Condition,
  countOf,
  equals,
  excerpt,
  hasTag,
  hasTopic,
  type ListPage,
  type ListQuery,
  listRecords,
  type SortShortcut,
  without,
} from './list.ts';

export type CaseFilter = Partial<
  Pick<Case, 'source' | 'status' | 'product' | 'priority'> & {
    customerId: string;
    topicId: string;
    tag: string;
    linked: boolean;
    openedFrom: string;
    openedTo: string;
  }
>;
export type CaseRow = Omit<Case, 'description' | 'resolution' | 'fields' | 'timeline' | 'createdBy'> & {
  readonly excerpt: string;
  readonly linkCount: number;
};

/** By row id, which every index of cases holds: the list need not read the cases to know. */
const LINKED = `rowid IN (SELECT rowid FROM case_record WHERE id IN (
  SELECT from_id FROM link WHERE deleted_at IS NULL UNION SELECT to_id FROM link WHERE deleted_at IS NULL))`;

function linked(wanted: boolean | undefined): Condition[] {
  if (wanted === undefined) return [];
  return [[wanted ? LINKED : `NOT ${LINKED}`]];
}

/** True of the same cases as `deleted_at IS NULL`, from an index instead of the rows. */
const OUTSIDE_THE_BIN =
  'rowid IN (SELECT rowid FROM case_record INDEXED BY case_by_updated WHERE deleted_at IS NULL)';

const BY_KEY: SortShortcut = {
  sort: 'externalKey',
  from: 'case_record INDEXED BY case_by_key',
  outsideTheBin: OUTSIDE_THE_BIN,
};

export function listCases(db: ReadDb, query: ListQuery<CaseFilter>): ListPage<CaseRow> {
  const { filter } = query;
  const conditions: Condition[] = [
    ...equals('source', filter.source),
    ...equals('status', filter.status),
    ...equals('product', filter.product),
    ...equals('priority', filter.priority),
    ...equals('customer_id', filter.customerId),
    ...hasTopic(filter.topicId),
    ...hasTag(filter.tag),
    ...linked(filter.linked),
  ];
  if (filter.openedFrom !== undefined) conditions.push(['opened_at >= ?', filter.openedFrom]);
  if (filter.openedTo !== undefined) conditions.push(['opened_at <= ?', filter.openedTo]);
  const sorts = ['openedAt', 'updatedAt', 'title', 'externalKey', 'status', 'product'];
  const toRow = (record: Case): CaseRow => ({
    ...without(record, 'description', 'resolution', 'fields', 'timeline', 'createdBy'),
    excerpt: excerpt(record.description),
    linkCount: countOf(
      db,
      'SELECT (SELECT count(*) FROM link WHERE from_id = ? AND deleted_at IS NULL) + (SELECT count(*) FROM link WHERE to_id = ? AND deleted_at IS NULL) AS n',
      record.id,
      record.id,
    ),
  });
  return listRecords(db, 'case', query, conditions, sorts, toRow, BY_KEY);
}

export type Counted = { readonly value: string; readonly count: number };

/** The values cases have in the columns people filter by, most frequent first. */
export function caseFacets(db: ReadDb): Record<'source' | 'status' | 'product' | 'priority', Counted[]> {
  const top = `ORDER BY count DESC, value LIMIT 100`;
  const counted = (column: string): Counted[] =>
    prepared(
      db,
      `SELECT ${column} AS value, count(*) AS count FROM case_record WHERE deleted_at IS NULL AND ${column} <> ''
       GROUP BY ${column} ${top}`,
    ).all() as Counted[];
  // No index of its own: read from that of the keys, with the cases outside the bin from another, never from the rows.
  const sources = prepared(
    db,
    `SELECT source AS value, count(*) AS count FROM case_record INDEXED BY case_by_key
     WHERE ${OUTSIDE_THE_BIN} GROUP BY source ${top}`,
  ).all() as Counted[];
  return {
    source: sources,
    status: counted('status'),
    product: counted('product'),
    priority: counted('priority'),
  };
}

/** The case that a row of an import means, binned or not. */
export function caseIdByKey(db: ReadDb, source: string, externalKey: string): string | undefined {
  const row = prepared(db, 'SELECT id FROM case_record WHERE source = ? AND external_key = ?').get(
    source,
    externalKey,
  );
  return row?.id as string | undefined;
}
