import { type Audience, RECORD_KINDS, type RecordKind } from '../../shared/domain/record.ts';
import type { AnyRecord } from '../../shared/domain/record-of.ts';
import { mayLeave } from '../../shared/domain/sharing.ts';
import { isNameSensitive, withhold } from '../../shared/package-format/content.ts';
import type { PackageLeftOut, PackageScope } from '../../shared/package-format/manifest.ts';
import { type Reference, referencesOf } from '../../shared/package-format/references.ts';
import { recordTitle, type SearchContext } from '../../shared/search/search-document.ts';
import { prepared, type ReadDb } from '../data/handle.ts';
import { eachRecord, findRecord, itemOf } from '../data/records.ts';
import { readSetting } from '../data/repositories/settings.ts';
import { TABLE_OF } from '../data/tables.ts';
import { unreadableIn } from '../data/unreadable.ts';

export type ExportScope = PackageScope;
export type ExportWish = { readonly scope: ExportScope; readonly audience: Audience };

export type ExportSelection = {
  readonly title: string;
  /** Sorted by id. */
  readonly ids: readonly { readonly kind: RecordKind; readonly id: string }[];
  readonly counts: Partial<Record<RecordKind, number>>;
  readonly total: number;
  /** Bytes of the files that come along, each content once. */
  readonly mediaBytes: number;
  readonly leftOut: readonly PackageLeftOut[];
  /** Ids of records left out that something inside names: their titles are in the package anyway. */
  readonly named: ReadonlySet<string>;
};

/** Kinds without an audience of their own: topics are words, links say no more than their ends, the rest is team talk. */
function audienceOf(item: AnyRecord): Audience {
  if ('audience' in item.record) return item.record.audience;
  return item.kind === 'review' || item.kind === 'feedback' ? 'team' : 'customer';
}

type State = {
  readonly db: ReadDb;
  readonly audience: Audience;
  readonly included: Map<string, AnyRecord['kind']>;
  readonly leftOut: Map<string, PackageLeftOut>;
  readonly named: Set<string>;
  readonly references: Reference[];
  readonly context: SearchContext;
};

function leave(
  state: State,
  kind: RecordKind,
  id: string,
  title: string,
  reason: PackageLeftOut['reason'],
): void {
  const key = reason === 'sensitive-field' ? `${id} fields` : id;
  if (!state.leftOut.has(key)) state.leftOut.set(key, { kind, id, title: title.slice(0, 2_000), reason });
}

/** Whether the record may come along; if not, there is a line in the list of what stays. */
function mayCome(state: State, item: AnyRecord, calledTitle: string): boolean {
  const stays = (reason: PackageLeftOut['reason']): false => {
    leave(state, item.kind, item.record.id, recordTitle(item, state.context) || calledTitle, reason);
    return false;
  };
  if (item.record.deletedAt !== null) return stays('binned');
  if (!mayLeave(audienceOf(item), state.audience)) return stays('audience');
  if (unreadableIn(item.record).length > 0) return stays('unreadable');
  if (isNameSensitive(item)) return stays('sensitive-field');
  if (item.kind === 'recording' && item.record.consents.some((one) => !one.given)) return stays('audience');
  return true;
}

/** The record if it exists and may come along, else null and a line in the list of what stays. */
function admit(state: State, kind: RecordKind, id: string, calledTitle: string): AnyRecord | null {
  const record = findRecord(state.db, kind, id);
  if (record === undefined) {
    leave(state, kind, id, calledTitle, 'missing');
    return null;
  }
  const item = itemOf(kind, record);
  return mayCome(state, item, calledTitle) ? item : null;
}

/** Counts the record in, and keeps what it refers to: reading every record a second time would double the work. */
function include(state: State, item: AnyRecord): readonly Reference[] {
  const { id } = item.record;
  const references = referencesOf(item);
  if (!state.included.has(id)) {
    state.included.set(id, item.kind);
    for (const reference of references)
      if (reference.bond !== 'context' || reference.title !== '') state.references.push(reference);
    if (withhold(item).withheld)
      leave(state, item.kind, id, recordTitle(item, state.context), 'sensitive-field');
  }
  return references;
}

/** How far a record may pull others in: `full` also brings what it names and links to, `near` only what it needs to be read. */
type Reach = 'full' | 'near';

function collect(state: State, starts: readonly { kind: RecordKind; id: string; reach: Reach }[]): void {
  const queue = starts.map((start) => ({ ...start, title: '' }));
  const reached = new Map<string, Reach>();
  for (let at = 0; at < queue.length; at += 1) {
    const next = queue[at];
    if (next === undefined) break;
    const before = reached.get(next.id);
    if (before === 'full' || before === next.reach) continue;
    const item = admit(state, next.kind, next.id, next.title);
    if (item === null) continue;
    reached.set(next.id, next.reach);
    const references = include(state, item);
    for (const reference of pulledBy(state, item, references, next.reach)) queue.push(reference);
  }
}

function pulledBy(
  state: State,
  item: AnyRecord,
  references: readonly Reference[],
  reach: Reach,
): { kind: RecordKind; id: string; reach: Reach; title: string }[] {
  const pulled: { kind: RecordKind; id: string; reach: Reach; title: string }[] = [];
  const add = (kind: RecordKind, id: string, how: Reach, title = ''): void => {
    pulled.push({ kind, id, reach: how, title });
  };
  for (const reference of references) {
    if (!follows(item, reference, reach)) continue;
    // What a playbook shows is as much its own as its steps.
    const how = item.kind === 'playbook' && reference.bond === 'part' ? reach : 'near';
    add(reference.kind, reference.id, how, reference.title);
  }
  if (item.kind === 'question') {
    const rows = prepared(
      state.db,
      'SELECT id FROM answer WHERE question_id = ? AND deleted_at IS NULL ORDER BY id',
    ).all(item.record.id);
    for (const row of rows) add('answer', row.id as string, reach);
  }
  if (reach === 'full') {
    const rows = prepared(
      state.db,
      'SELECT to_kind, to_id, to_title FROM link WHERE from_id = ? AND deleted_at IS NULL ORDER BY id',
    ).all(item.record.id);
    for (const row of rows)
      if (isKnowledge(row.to_kind as RecordKind))
        add(row.to_kind as RecordKind, row.to_id as string, 'near', row.to_title as string);
  }
  return pulled;
}

/** Kinds a mention or a link brings along. Sessions and mentorships only come as the source of something. */
function isKnowledge(kind: RecordKind): boolean {
  return !(kind === 'session' || kind === 'mentorship' || kind === 'playbook' || kind === 'customer');
}

function follows(item: AnyRecord, reference: Reference, reach: Reach): boolean {
  // A picture that two texts show hangs on one of them; showing it is no reason to bring the other.
  if (item.kind === 'attachment') return false;
  if (reference.bond === 'part') return true;
  if (reference.bond === 'mention') return reach === 'full' && isKnowledge(reference.kind);
  // Else one person would bring every topic she knows, and one session its whole mentorship.
  if (item.kind === 'person' || reference.kind === 'mentorship') return false;
  return reference.kind !== 'session' || reach === 'full';
}

function topicAndBelow(db: ReadDb, id: string): string[] {
  const found = [id];
  const seen = new Set(found);
  for (let at = 0; at < found.length; at += 1) {
    const rows = prepared(
      db,
      'SELECT id FROM topic WHERE parent_id = ? AND deleted_at IS NULL ORDER BY id',
    ).all(found[at]);
    for (const row of rows) {
      if (seen.has(row.id as string)) continue;
      seen.add(row.id as string);
      found.push(row.id as string);
    }
  }
  return found;
}

function startsOf(db: ReadDb, scope: ExportScope): { kind: RecordKind; id: string; reach: Reach }[] {
  if (scope.type === 'playbook') return [{ kind: 'playbook', id: scope.id, reach: 'full' }];
  if (scope.type === 'topic') {
    const topics = topicAndBelow(db, scope.id);
    const starts: { kind: RecordKind; id: string; reach: Reach }[] = topics.map((id) => ({
      kind: 'topic',
      id,
      reach: 'near',
    }));
    for (const id of topics) {
      const rows = prepared(
        db,
        'SELECT kind, record_id FROM topic_use WHERE topic_id = ? ORDER BY record_id',
      ).all(id);
      for (const row of rows) {
        const kind = row.kind as RecordKind;
        // Those in the bin are not worth a line each: nobody chose them.
        if (isLive(db, kind, row.record_id as string))
          starts.push({ kind, id: row.record_id as string, reach: 'full' });
      }
    }
    return starts;
  }
  return [];
}

function isLive(db: ReadDb, kind: RecordKind, id: string): boolean {
  const row = prepared(db, `SELECT deleted_at FROM ${TABLE_OF[kind]} WHERE id = ?`).get(id);
  return row !== undefined && row.deleted_at === null;
}

/** Kinds that only make sense beside what they hang on; added last, when it is known what came along. */
const HANGING = [
  'recording',
  'review',
  'feedback',
  'link',
  'attachment',
] as const satisfies readonly RecordKind[];

function collectAll(state: State): void {
  for (const kind of RECORD_KINDS) {
    if ((HANGING as readonly string[]).includes(kind)) continue;
    for (const record of eachRecord(state.db, kind, { binned: true })) {
      const item = itemOf(kind, record);
      if (mayCome(state, item, '')) include(state, item);
    }
  }
}

function collectHanging(state: State, scope: ExportScope): void {
  const { included } = state;
  if (scope.type === 'all') {
    for (const record of eachRecord(state.db, 'recording'))
      if (included.has(record.sessionId)) tryAdd(state, 'recording', record.id);
    for (const kind of ['review', 'feedback'] as const)
      for (const record of eachRecord(state.db, kind))
        if (included.has(record.targetId)) tryAdd(state, kind, record.id);
  }
  for (const id of [...included.keys()].sort()) {
    const links = prepared(
      state.db,
      'SELECT id, to_kind, to_id, to_title FROM link WHERE from_id = ? AND deleted_at IS NULL ORDER BY id',
    ).all(id);
    for (const link of links) {
      included.set(link.id as string, 'link');
      const target = link.to_id as string;
      if (included.has(target)) continue;
      state.named.add(target);
      noteAbsent(state, link.to_kind as RecordKind, target, link.to_title as string);
    }
  }
  collectAttachments(state);
}

/** Files a text shows come with it whoever put them there first; a record without a text brings what hangs on it. */
function collectAttachments(state: State): void {
  const { included } = state;
  // A list of its own: including adds to the one it is made from.
  for (const { kind, id, title } of state.references.filter((one) => one.kind === 'attachment')) {
    if (included.has(id)) continue;
    const item = admit(state, kind, id, title);
    if (item !== null) include(state, item);
  }
  const owned = prepared(
    state.db,
    'SELECT id, file_name FROM attachment WHERE owner_id = ? AND deleted_at IS NULL ORDER BY id',
  );
  for (const [id, kind] of [...included].sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (const row of owned.all(id)) {
      const file = row.id as string;
      if (included.has(file)) continue;
      // What was taken out of a text, or is the source it was made from, may say what the text no longer says.
      if (WRITTEN.has(kind)) leave(state, 'attachment', file, row.file_name as string, 'not-selected');
      else included.set(file, 'attachment');
    }
  }
}

/** Kinds with a text of their own: it decides which files are part of them. */
const WRITTEN: ReadonlySet<RecordKind> = new Set(['note', 'question', 'answer', 'session', 'playbook']);

function tryAdd(state: State, kind: RecordKind, id: string): void {
  const item = admit(state, kind, id, '');
  if (item !== null) include(state, item);
}

/** A line for something that is named inside but was never asked for. Says the graver reason when there is one. */
function noteAbsent(state: State, kind: RecordKind, id: string, title: string): void {
  if (state.leftOut.has(id) || state.included.has(id)) return;
  const item = admit(state, kind, id, title);
  if (item !== null) leave(state, kind, id, recordTitle(item, state.context) || title, 'not-selected');
}

function findNamed(state: State): void {
  for (const reference of state.references) {
    if (state.included.has(reference.id)) continue;
    if (reference.title !== '') state.named.add(reference.id);
    if (reference.bond !== 'context') noteAbsent(state, reference.kind, reference.id, reference.title);
  }
}

function titleOf(state: State, scope: ExportScope): string {
  if (scope.type === 'all') {
    const library = readSetting(state.db, 'library') as { readonly name?: unknown } | undefined;
    return typeof library?.name === 'string' ? library.name : '';
  }
  const record = findRecord(state.db, scope.type, scope.id);
  return record === undefined ? '' : recordTitle(itemOf(scope.type, record), state.context);
}

function mediaBytesOf(state: State): number {
  const sizes = new Map<string, number>();
  for (const [id, kind] of state.included) {
    if (kind !== 'attachment') continue;
    const row = prepared(state.db, 'SELECT sha256, bytes FROM attachment WHERE id = ?').get(id);
    if (row !== undefined) sizes.set(row.sha256 as string, row.bytes as number);
  }
  return [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0);
}

const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/**
 * What a package would hold and what would stay behind, and why. Reads only.
 *
 * A playbook brings the notes, answers, questions and cases its steps show; those and the playbook also bring what they
 * mention and link to. Everything brings who wrote it, its topics, its customer, the answers of a question and the files
 * attached. Nothing leaves that is meant for fewer people than the package, nothing from the bin.
 */
export function planExport(db: ReadDb, wish: ExportWish): ExportSelection {
  const state: State = {
    db,
    audience: wish.audience,
    included: new Map(),
    leftOut: new Map(),
    named: new Set(),
    references: [],
    context: {
      questionTitle: (id) =>
        (prepared(db, 'SELECT title FROM question WHERE id = ?').get(id)?.title as string | undefined) ?? '',
    },
  };
  if (wish.scope.type === 'all') collectAll(state);
  else collect(state, startsOf(db, wish.scope));
  collectHanging(state, wish.scope);
  findNamed(state);
  const ids = [...state.included].map(([id, kind]) => ({ kind, id })).sort(byId);
  const counts: Partial<Record<RecordKind, number>> = {};
  for (const { kind } of ids) counts[kind] = (counts[kind] ?? 0) + 1;
  const leftOut = [...state.leftOut.values()]
    .filter((one) => one.reason === 'sensitive-field' || !state.included.has(one.id))
    .sort((a, b) => RECORD_KINDS.indexOf(a.kind) - RECORD_KINDS.indexOf(b.kind) || byId(a, b));
  return {
    title: titleOf(state, wish.scope),
    ids,
    counts,
    total: ids.length,
    mediaBytes: mediaBytesOf(state),
    leftOut,
    named: state.named,
  };
}
