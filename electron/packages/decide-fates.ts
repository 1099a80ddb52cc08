import type { AnyRecord } from '../../shared/domain/record-of.ts';
import type { PackagedRecord } from '../../shared/package-format/record-line.ts';
import { mapIds } from '../../shared/package-format/references.ts';
import { prepared, type ReadDb } from '../data/handle.ts';
import { findRecord, itemOf } from '../data/records.ts';
import { BadPackage } from './bad-package.ts';
import { contentHash, idFrom, revisionHashes, syncBase } from './content-hash.ts';
import type { OpenedPackage } from './open-package.ts';

export const FATES = ['new', 'identical', 'updated-there', 'updated-here', 'conflict'] as const;
export type Fate = (typeof FATES)[number];

/** One record of a package beside ours. */
export type Decision = {
  /** Theirs, with ids as this library knows them. */
  readonly theirs: AnyRecord;
  readonly ours: AnyRecord | null;
  readonly hash: string;
  readonly fate: Fate;
};

/**
 * How ids in the package are called here. A case is the same case when its source and key are the same, whatever id each
 * library gave it, so theirs goes by ours: in itself and in everything that refers to it.
 */
export function mapCaseIds(db: ReadDb, caseKeys: OpenedPackage['caseKeys']): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  const claimed = new Set<string>();
  const find = prepared(db, 'SELECT id FROM case_record WHERE source = ? AND external_key = ?');
  for (const { id, source, externalKey } of caseKeys) {
    const ours = find.get(source, externalKey)?.id as string | undefined;
    if (ours === undefined) continue;
    claimed.add(ours);
    map.set(id, ours);
  }
  // An id that now stands for another case of ours: its own case needs a new one.
  for (const { id, source, externalKey } of caseKeys)
    if (!map.has(id) && claimed.has(id)) map.set(id, idFrom('case', source, externalKey));
  for (const [from, to] of map) if (from === to) map.delete(from);
  return map;
}

/** An id belongs to one record of one kind; a package that says otherwise would tear two of ours into one. */
function checkIdFree(db: ReadDb, item: AnyRecord): void {
  const { id } = item.record;
  const other =
    prepared(db, 'SELECT kind FROM search_document WHERE record_id = ? AND kind <> ?').get(id, item.kind) ??
    prepared(db, 'SELECT kind FROM revision WHERE record_id = ? AND kind <> ?').get(id, item.kind);
  if (other !== undefined)
    throw new BadPackage('record-id-taken', `${item.kind} ${id} is a ${String(other.kind)} here`);
}

function fateOf(
  db: ReadDb,
  theirs: AnyRecord,
  ours: AnyRecord,
  hash: string,
  history: readonly string[],
): Fate {
  // What somebody threw away here does not come back by itself.
  if (ours.record.deletedAt !== null) return 'updated-here';
  const oursHash = contentHash(ours);
  if (oursHash === hash) return 'identical';
  const theyBuiltOnOurs = history.includes(oursHash);
  const seen = syncBase(db, ours.record.id) === hash;
  const weBuiltOnTheirs = seen || [...revisionHashes(db, ours.kind, ours.record.id)].includes(hash);
  // Both, when somebody went back to an earlier wording: then the clock decides.
  if (theyBuiltOnOurs && weBuiltOnTheirs)
    return theirs.record.updatedAt > ours.record.updatedAt ? 'updated-there' : 'updated-here';
  if (theyBuiltOnOurs) return 'updated-there';
  return weBuiltOnTheirs ? 'updated-here' : 'conflict';
}

export function decideFate(db: ReadDb, packaged: PackagedRecord, ids: ReadonlyMap<string, string>): Decision {
  const theirs = ids.size === 0 ? packaged.item : mapIds(packaged.item, (id) => ids.get(id) ?? id);
  const hash = contentHash(theirs);
  const found = findRecord(db, theirs.kind, theirs.record.id);
  if (found === undefined) {
    checkIdFree(db, theirs);
    return { theirs, ours: null, hash, fate: 'new' };
  }
  const ours = itemOf(theirs.kind, found);
  return { theirs, ours, hash, fate: fateOf(db, theirs, ours, hash, packaged.history) };
}
