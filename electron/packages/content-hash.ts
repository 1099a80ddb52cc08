import { createHash } from 'node:crypto';
import type { AnyRecord } from '../../shared/domain/record-of.ts';
import { RECORD_SCHEMAS } from '../../shared/domain/record-of.ts';
import { contentOf } from '../../shared/package-format/content.ts';
import { HISTORY_MAX } from '../../shared/package-format/record-line.ts';
import { stableJson } from '../../shared/package-format/stable-json.ts';
import { prepared, type ReadDb } from '../data/handle.ts';

/** Equal for two versions of a record that say the same, in whichever library and under whichever id. SHA-256 in hex. */
export function contentHash(item: AnyRecord): string {
  return createHash('sha256')
    .update(stableJson(contentOf(item)))
    .digest('hex');
}

/** An id made from words: the same words give the same id everywhere (UUID version 8, RFC 9562). */
export function idFrom(...words: readonly string[]): string {
  const hex = createHash('sha256').update(JSON.stringify(words)).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Hash of this record when it last left or came in a package, or null. */
export function syncBase(db: ReadDb, id: string): string | null {
  return (
    (prepared(db, 'SELECT hash FROM sync_base WHERE record_id = ?').get(id)?.hash as string | undefined) ??
    null
  );
}

/** Content hashes of our earlier versions of a record, newest first. Versions an older Heirloom wrote and we cannot read are skipped. */
export function* revisionHashes(db: ReadDb, kind: AnyRecord['kind'], id: string): Generator<string> {
  const rows = prepared(
    db,
    'SELECT record FROM revision WHERE record_id = ? AND record IS NOT NULL ORDER BY version DESC',
  ).all(id);
  for (const row of rows) {
    const parsed = RECORD_SCHEMAS[kind].safeParse(JSON.parse(row.record as string));
    if (parsed.success) yield contentHash({ kind, record: parsed.data } as unknown as AnyRecord);
  }
}

/**
 * What the present version of a record grew out of: our earlier versions, and what we last saw of it in a package (after
 * "keep mine" that is a version we never held but did decide about). Without the present version, without repeats.
 */
export function historyOf(db: ReadDb, item: AnyRecord, presentHash: string): string[] {
  const found = new Set<string>();
  for (const hash of revisionHashes(db, item.kind, item.record.id)) {
    if (found.size >= HISTORY_MAX - 1) break;
    found.add(hash);
  }
  const base = syncBase(db, item.record.id);
  if (base !== null) found.add(base);
  found.delete(presentHash);
  return [...found];
}
