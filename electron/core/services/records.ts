import type { records as contract } from '../../../shared/contract/records.ts';
import { FINDABLE_KINDS, RECORD_KINDS, type RecordKind } from '../../../shared/domain/record.ts';
import { readDocument } from '../../../shared/richtext/upgrade.ts';
import { prepared } from '../../data/handle.ts';
import { countRecords, findRecord } from '../../data/records.ts';
import { TABLE_OF } from '../../data/tables.ts';
import { unreadableIn } from '../../data/unreadable.ts';
import { CoreError, rule } from '../core-error.ts';
import type { Environment } from '../environment.ts';
import type { Handlers } from '../handlers.ts';
import { emptyBin } from '../noun-service.ts';
import { refsOf } from '../record-refs.ts';

const TABLES: ReadonlyMap<RecordKind, string> = new Map(RECORD_KINDS.map((kind) => [kind, TABLE_OF[kind]]));
const DAY_MS = 24 * 60 * 60 * 1000;

export function recordHandlers(env: Environment): Handlers<typeof contract> {
  const binned = FINDABLE_KINDS.map(
    (kind) => `SELECT '${kind}' AS kind, id, deleted_at FROM ${TABLE_OF[kind]} WHERE deleted_at IS NOT NULL`,
  ).join(' UNION ALL ');
  return {
    refs: ({ refs }) => refsOf(env.read(), refs),
    unreadable: ({ kind, id }) => {
      const record = findRecord(env.read(), kind, id);
      if (record === undefined) throw new CoreError('NOT_FOUND', { kind, id });
      return unreadableIn(record).map((one) => {
        const read = readDocument(one.raw);
        return { ...one, newerVersion: read.state === 'too-new' ? read.version : null };
      });
    },
    bin: ({ offset, limit }) => {
      const db = env.read();
      const total = prepared(db, `SELECT count(*) AS n FROM (${binned})`).get()?.n as number;
      const rows = prepared(db, `${binned} ORDER BY deleted_at DESC, id LIMIT ? OFFSET ?`).all(limit, offset);
      return { items: refsOf(db, rows as never), total };
    },
    emptyBin: ({ olderThanDays, confirmedCount }) => {
      const db = env.write();
      const cutoff = new Date(Date.parse(env.now()) - olderThanDays * DAY_MS).toISOString();
      const waiting = [...TABLES.values()].reduce(
        (sum, table) =>
          sum +
          (prepared(
            db,
            `SELECT count(*) AS n FROM ${table} WHERE deleted_at IS NOT NULL AND deleted_at <= ?`,
          ).get(cutoff)?.n as number),
        0,
      );
      if (waiting !== confirmedCount) throw rule('confirm-count', String(waiting));
      const gone = emptyBin(db, TABLES, cutoff);
      if (gone.length > 0) env.changes.tell('all', null);
      return { deleted: gone.length };
    },
    counts: () => {
      const db = env.read();
      return { counts: Object.fromEntries(RECORD_KINDS.map((kind) => [kind, countRecords(db, kind)])) };
    },
  };
}
