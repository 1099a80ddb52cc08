import type { Link } from '../../../shared/domain/link.ts';
import { FINDABLE_KINDS, type FindableKind } from '../../../shared/domain/record.ts';
import { prepared, type ReadDb } from '../handle.ts';
import { toRecord } from '../records.ts';
import { equals, type ListPage, type ListQuery, listRecords } from './list.ts';

export type LinkFilter = Partial<{ fromId: string; toId: string }>;

export function listLinks(db: ReadDb, query: ListQuery<LinkFilter>): ListPage<Link> {
  const conditions = [...equals('from_id', query.filter.fromId), ...equals('to_id', query.filter.toId)];
  return listRecords(db, 'link', query, conditions, ['createdAt'], (link) => link);
}

/** Links that leave this record (`from_id`) or arrive at it (`to_id`), oldest first. */
export function linksAt(db: ReadDb, end: 'from_id' | 'to_id', id: string): Link[] {
  return prepared(db, `SELECT * FROM link WHERE ${end} = ? AND deleted_at IS NULL ORDER BY created_at, id`)
    .all(id)
    .map((row) => toRecord('link', row));
}

export type Place = { readonly kind: FindableKind; readonly id: string };

/** Records whose text mentions this one. */
export function mentioning(db: ReadDb, id: string): Place[] {
  const rows = prepared(
    db,
    'SELECT DISTINCT kind, record_id AS id FROM mention WHERE to_id = ? AND record_id <> ?',
  ).all(id, id);
  return (rows as Place[]).filter((row) => FINDABLE_KINDS.includes(row.kind));
}

/** Playbooks that have this record as a step. */
export function playbooksUsing(db: ReadDb, id: string): Place[] {
  const rows = prepared(
    db,
    'SELECT DISTINCT playbook_id AS id FROM playbook_step WHERE reference_id = ?',
  ).all(id);
  return rows.map((row) => ({ kind: 'playbook' as const, id: row.id as string }));
}
