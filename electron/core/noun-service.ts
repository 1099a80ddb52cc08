import { BULK_CONFIRM_ABOVE } from '../../shared/contract/noun.ts';
import type { Section as PlaybookSection } from '../../shared/domain/playbook.ts';
import type { Fields, RecordKind } from '../../shared/domain/record.ts';
import type { RecordOf } from '../../shared/domain/record-of.ts';
import { isFindable } from '../../shared/search/search-document.ts';
import { prepared, transact, type WriteDb } from '../data/handle.ts';
import { indexSoon, mayIndexLater } from '../data/index-later.ts';
import { findRecord, itemOf, purgeRecord, saveRecord } from '../data/records.ts';
import { putDraft } from '../data/repositories/drafts.ts';
import { rawOf, unreadableIn } from '../data/unreadable.ts';
import { CoreError, rule } from './core-error.ts';
import { DRAFT_FIELDS, settleDrafts } from './draft-texts.ts';
import type { Environment } from './environment.ts';

// Create, save, bin and restore are the same for every noun: gather, decide, write in one transaction, then tell.
// A noun's own service adds its rules through the hooks.

type FieldsOf<K extends RecordKind> = Partial<
  Omit<RecordOf<K>, 'id' | 'createdAt' | 'updatedAt' | 'createdBy' | 'version' | 'deletedAt'>
>;

export type NounHooks<K extends RecordKind> = {
  /** Looks at the record as it is about to be written; throws `rule(…)` or returns it, possibly completed. */
  readonly decide?: (db: WriteDb, after: RecordOf<K>, before: RecordOf<K> | null) => RecordOf<K>;
  /** Writes what follows elsewhere, in the same transaction. Returns what else changed. */
  readonly after?: (db: WriteDb, after: RecordOf<K>, before: RecordOf<K> | null) => readonly Touched[];
};
export type Touched = { readonly kind: RecordKind; readonly id: string };

export type NounService<K extends RecordKind> = {
  readonly get: (input: { id: string }) => RecordOf<K>;
  readonly create: (input: { id?: string | undefined; fields: object }) => RecordOf<K>;
  readonly save: (input: {
    id: string;
    expectedVersion: number;
    fields: object;
    reason?: string | undefined;
    writer?: string | undefined;
  }) => RecordOf<K>;
  readonly remove: (input: { ids: string[]; confirmedCount?: number | undefined }) => { removed: number };
  readonly restore: (input: { ids: string[] }) => { restored: number };
  /** Saves from within the core: reads, changes, writes the next version in the running or a new transaction. */
  readonly change: (id: string, reason: string, edit: (record: RecordOf<K>) => RecordOf<K>) => RecordOf<K>;
};

export function nounService<K extends RecordKind>(
  env: Environment,
  kind: K,
  defaults: Fields<RecordOf<K>>,
  hooks: NounHooks<K> = {},
): NounService<K> {
  const mustFind = (id: string): RecordOf<K> => {
    const record = findRecord(env.read(), kind, id);
    if (record === undefined) throw new CoreError('NOT_FOUND', { kind, id });
    return record;
  };

  const write = (
    db: WriteDb,
    before: RecordOf<K> | null,
    wanted: RecordOf<K>,
    reason: string,
    touched: Touched[],
  ): RecordOf<K> => {
    const after = hooks.decide?.(db, wanted, before) ?? wanted;
    const [old, item] = [before === null ? null : itemOf(kind, before), itemOf(kind, after)];
    const searchLater = old !== null && mayIndexLater(old, item);
    saveRecord(db, old, item, { makeId: env.makeId, authorId: env.me(), reason, searchLater });
    if (searchLater) indexSoon(db, item);
    touched.push({ kind, id: after.id }, ...(hooks.after?.(db, after, before) ?? []));
    return after;
  };

  const tellAll = (touched: readonly Touched[]): void => {
    const byKind = Map.groupBy(touched, (one) => one.kind);
    for (const [changed, ones] of byKind) env.tell(changed, [...new Set(ones.map((one) => one.id))]);
  };

  const change: NounService<K>['change'] = (id, reason, edit) => {
    const touched: Touched[] = [];
    const db = env.write();
    transact(db, () => {
      const before = mustFind(id);
      const edited = edit(before);
      if (edited === before) return;
      write(db, before, { ...edited, version: before.version + 1, updatedAt: env.now() }, reason, touched);
    });
    tellAll(touched);
    return mustFind(id);
  };

  const setBinned = (ids: readonly string[], deletedAt: string | null): number => {
    const touched: Touched[] = [];
    const db = env.write();
    transact(db, () => {
      for (const id of new Set(ids)) {
        const before = mustFind(id);
        if ((before.deletedAt === null) === (deletedAt === null)) continue;
        const wanted = { ...before, deletedAt, version: before.version + 1, updatedAt: env.now() };
        write(db, before, wanted, deletedAt === null ? 'restored' : 'binned', touched);
      }
    });
    tellAll(touched);
    return touched.filter((one) => one.kind === kind).length;
  };

  return {
    get: ({ id }) => mustFind(id),
    create: ({ id, fields }) => {
      const touched: Touched[] = [];
      const db = env.write();
      const now = env.now();
      const recordId = id ?? env.makeId();
      const record = {
        ...structuredClone(defaults),
        ...(fields as FieldsOf<K>),
        id: recordId,
        createdAt: now,
        updatedAt: now,
        createdBy: env.me(),
        version: 1,
        deletedAt: null,
      } as unknown as RecordOf<K>;
      transact(db, () => {
        if (findRecord(db, kind, recordId) !== undefined) throw rule('id-taken');
        write(db, null, record, 'created', touched);
      });
      tellAll(touched);
      return mustFind(recordId);
    },
    save: ({ id, expectedVersion, fields, reason, writer = '' }) => {
      const touched: Touched[] = [];
      const db = env.write();
      const done = transact(db, (): RecordOf<K> | { readonly stale: number } => {
        const before = mustFind(id);
        if (before.version !== expectedVersion) {
          keepAsDraft(env, db, kind, { id, baseVersion: expectedVersion, writer }, fields);
          return { stale: before.version };
        }
        const wanted = {
          ...before,
          ...(guardUnreadable(before, fields) as FieldsOf<K>),
          version: before.version + 1,
          updatedAt: env.now(),
        };
        const after = write(db, before, wanted as RecordOf<K>, reason ?? '', touched);
        settleDrafts(db, before, after, fields, writer);
        return after;
      });
      // The draft above must be on disk, so this is thrown only after the commit.
      if ('stale' in done) throw new CoreError('STALE', { currentVersion: done.stale });
      tellAll(touched);
      // Reading a long text back costs as much as writing it; only what a hook may have changed again is read.
      return hooks.after === undefined ? done : mustFind(id);
    },
    remove: ({ ids, confirmedCount }) => {
      const wanted = new Set(ids).size;
      if (wanted > BULK_CONFIRM_ABOVE && confirmedCount !== wanted)
        throw rule('confirm-count', String(wanted));
      return { removed: setBinned(ids, env.now()) };
    },
    restore: ({ ids }) => ({ restored: setBinned(ids, null) }),
    change,
  };
}

/**
 * Lets nothing be written over a text that could not be read: whoever saves has only seen the empty stand-in. Steps of a
 * playbook are saved together, so the one that cannot be read keeps what it holds while the others change.
 */
function guardUnreadable(before: object, fields: object): object {
  const damaged = unreadableIn(before);
  if (damaged.length === 0) return fields;
  const held = before as { readonly sections?: readonly PlaybookSection[] };
  const sent = fields as { readonly sections?: readonly PlaybookSection[] };
  if (damaged.some((one) => one.stepId === null && one.field in fields)) throw rule('unreadable-text');
  if (sent.sections === undefined) return fields;
  const standIns = new Map(
    held.sections?.flatMap((section) => section.steps.map((step) => [step.id, step.document])),
  );
  return {
    ...fields,
    sections: sent.sections.map((section) => ({
      ...section,
      steps: section.steps.map((step) => {
        const kept = standIns.get(step.id);
        if (kept === undefined || rawOf(kept) === undefined) return step;
        if (step.document.blocks.length > 0) throw rule('unreadable-text');
        return { ...step, document: kept };
      }),
    })),
  };
}

/** The text of a save that came too late: nothing a person typed is thrown away. */
function keepAsDraft(
  env: Environment,
  db: WriteDb,
  kind: RecordKind,
  place: { readonly id: string; readonly baseVersion: number; readonly writer: string },
  fields: object,
): void {
  if (!isFindable(kind)) return;
  for (const field of DRAFT_FIELDS) {
    const value = (fields as Record<string, unknown>)[field];
    if (value === undefined) continue;
    putDraft(db, {
      kind,
      recordId: place.id,
      field,
      part: '',
      writer: place.writer,
      value: JSON.stringify(value),
      baseVersion: place.baseVersion,
      updatedAt: env.now(),
    });
  }
}

/** Really deletes records that have been in the bin since before `cutoff`. Returns how many. */
export function emptyBin(db: WriteDb, tables: ReadonlyMap<RecordKind, string>, cutoff: string): Touched[] {
  const gone: Touched[] = [];
  transact(db, () => {
    for (const [kind, table] of tables) {
      const rows = prepared(
        db,
        `SELECT id FROM ${table} WHERE deleted_at IS NOT NULL AND deleted_at <= ?`,
      ).all(cutoff);
      for (const row of rows) {
        purgeRecord(db, kind, row.id as string);
        gone.push({ kind, id: row.id as string });
      }
    }
  });
  return gone;
}
